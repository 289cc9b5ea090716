/// What segments are called, for people.
enum SegmentTitles {
    /// The title of a segment; empty for one that none is known of here.
    static func title(_ id: String) -> String { titles[id] ?? "" }

    private static let titles: [String: String] = [
        "ACK": "Line item acknowledgment", "AMT": "Monetary amount", "BAK": "Beginning of the acknowledgment",
        "BCA": "Beginning of the change acknowledgment", "BCH": "Beginning of the order change",
        "BEG": "Beginning of the order", "BGN": "Beginning", "BIA": "Beginning of the inventory report",
        "BIG": "Beginning of the invoice", "BMG": "Beginning of the message",
        "BRA": "Beginning of the receiving advice",
        "BSN": "Beginning of the ship notice", "BPR": "Payment", "CAD": "Carrier detail", "CSH": "Sales requirements",
        "CTP": "Price", "CTT": "Totals of the set", "CUR": "Currency", "DTM": "Date and time", "FOB": "Freight terms",
        "HL": "Hierarchical level", "ISS": "Shipment totals of the invoice", "IT1": "Invoice line",
        "ITD": "Terms of payment", "LDT": "Lead time",
        "LIN": "Item identification", "MAN": "Marks and numbers", "MEA": "Measurements", "MSG": "Message text",
        "N1": "Party", "N2": "Party, more of its name", "N3": "Street", "N4": "Place", "N9": "Reference with text",
        "NTE": "Note",
        "PER": "Contact", "PID": "Description", "PKG": "Packaging", "PO1": "Order line", "PO4": "Packing of the item",
        "POC": "Changed line", "PRF": "Order referred to", "QTY": "Quantity", "REF": "Reference",
        "SAC": "Allowance or charge", "SCH": "Schedule", "SDQ": "Quantities by store", "SLN": "Subline",
        "SN1": "Item shipped",
        "TD1": "Packages and weight", "TD3": "Equipment", "TD5": "Routing and carrier", "TDS": "Total of the invoice",
        "TXI": "Tax",
    ]
}
