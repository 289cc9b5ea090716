import Ledger

extension Gateway {
    /// Writes the metrics where the settings ask for them.
    func writeMetrics() throws(GatewayError) {
        guard let written = settings.metrics else { return }
        let status = try GatewayStatus(of: root, ledger: ledger, partners: directory, at: now())
        let text = try withLedger { () throws(LedgerError) in try Metrics.text(status, ledger) }
        try root.write(text, atomicallyTo: written.hasPrefix("/") ? written : "\(root.path)/\(written)")
    }
}
