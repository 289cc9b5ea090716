/// Says codes in plain words, with the code where it is known to few; the code alone where there are no words.
enum Words {
    private static func said(_ code: String, _ words: [String: String]) -> String {
        words[code].map { "\($0) (\(code))" } ?? code
    }

    /// Element 353.
    static func purpose(_ code: String) -> String {
        said(
            code,
            [
                "00": "new", "01": "cancellation", "04": "change", "05": "replacement", "06": "confirmation",
                "07": "duplicate", "22": "information only",
            ])
    }

    /// Element 92.
    static func orderType(_ code: String) -> String {
        said(
            code,
            [
                "SA": "stand-alone order", "NE": "new order", "BK": "blanket order", "RL": "release of a blanket order",
                "DS": "drop shipment", "CN": "consignment order", "EO": "emergency order", "RO": "rush order",
                "KN": "purchase order", "SP": "sample order", "CF": "confirmation", "OS": "special order",
            ])
    }

    /// Element 587.
    static func answer(_ code: String) -> String {
        said(
            code,
            [
                "AC": "with detail and changes", "AD": "with detail, no change", "AE": "with exceptions only",
                "AH": "held, with detail", "AK": "no detail or change", "AP": "accepted", "AT": "accepted",
                "RD": "rejected, with detail", "RF": "exceptions only, rejected", "RJ": "rejected, no detail",
                "RO": "rejected, with counter-offer",
            ])
    }

    /// Element 640.
    static func transaction(_ code: String) -> String {
        said(code, ["CR": "credit memo", "DI": "debit invoice", "DR": "debit memo", "PR": "product or service"])
    }

    /// Element 248.
    static func indicator(_ code: String) -> String {
        switch code {
        case "A": "allowance"
        case "C": "charge"
        case "N": "no allowance or charge"
        default: code
        }
    }

    /// Element 735.
    static func level(_ code: String) -> String {
        switch code {
        case "S": "Shipment"
        case "O": "Order"
        case "T": "Pallet"
        case "P": "Package"
        case "Q": "Subpackage"
        case "I": "Item"
        default: "Level \(code)"
        }
    }

    /// By which power of ten a price basis (639) divides a price.
    static func priceScale(_ basis: String) -> Int? {
        switch basis {
        case "HP", "HF": 2
        case "TP": 3
        case "PN": 1
        default: 0
        }
    }
}
