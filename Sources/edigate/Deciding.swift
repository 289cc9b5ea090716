import Gateway
import Ledger
import Partners

extension Arguments {
    /// Who decides and why, as `--by` and `--because` say; both are recorded. A flag that spares them is named to who
    /// gives neither.
    func decision(insteadOf flag: String? = nil) throws(CommandFailure) -> Mending.Decision {
        guard let who = value("--by"), let why = value("--because"), !who.isEmpty, !why.isEmpty else {
            throw .usage("needs \(flag.map { "\($0), or " } ?? "")--by WHO and --because WHY: both are recorded")
        }
        return Mending.Decision(who: who, why: why)
    }
}

extension LedgerFile {
    /// Runs a body that mends the root of `--root`; what it refuses is the caller's to put right.
    static func withMending<R>(
        _ arguments: Arguments, _ body: (Mending) throws(GatewayError) -> Result<R, Mending.Refusal>
    ) throws(CommandFailure) -> R {
        let partners = try PartnerFolder(arguments.partnersFolder ?? arguments.root + "/TradingPartners").directory
        let root = GatewayRoot(path: arguments.root)
        let time = Moment.now()
        let result = try withGateway(arguments) { ledger throws(GatewayError) in
            try body(try Mending(root: root, partners: partners, ledger: ledger, time: time))
        }
        switch result {
        case .failure(let refusal): throw .usage(refusal.reason)
        case .success(let done): return done
        }
    }
}
