/// A kind of trade that a new profile begins with.
public enum ProfileTemplate: String, Sendable, CaseIterable {
    /// It sells medical goods to us: lots, expiry dates, cartons by SSCC.
    case healthcareSupplier = "healthcare-supplier"
    /// It sells to us as a retailer: items by UPC, cartons by SSCC, allocations to stores.
    case retailVendor = "retail-vendor"
    /// It sells others' goods to us: stock and price lists besides orders.
    case distributor
    /// Nothing but identities and envelopes.
    case blank

    /// What it is for, in a line.
    public var summary: String {
        switch self {
        case .healthcareSupplier: "sells medical goods to us: lot, expiry, cartons by SSCC"
        case .retailVendor: "sells to us as a retailer: items by UPC, cartons by SSCC"
        case .distributor: "sells others' goods to us: stock and price lists too"
        case .blank: "identities and envelopes alone"
        }
    }

    /// The sets exchanged, as the profile lists them: set, direction, remark.
    var documents: [(set: String, direction: Profile.Direction, remark: String)] {
        let order: [(String, Profile.Direction, String)] = [
            ("850", .outbound, "our orders"), ("855", .inbound, "it confirms"), ("856", .inbound, "it announces goods"),
            ("810", .inbound, "it bills"),
        ]
        return switch self {
        case .healthcareSupplier: order
        case .retailVendor: order + [("860", .outbound, "we change an order")]
        case .distributor: order + [("846", .inbound, "what it has in stock"), ("832", .inbound, "its prices")]
        case .blank: []
        }
    }

    /// HL levels of the 856; empty leaves them to BSN05.
    var levels: [String] {
        switch self {
        case .healthcareSupplier: ["SOTPI", "SOPI", "SOI"]
        case .retailVendor: ["SOPI", "SOTPI"]
        case .distributor: ["SOPI", "SOI"]
        case .blank: []
        }
    }

    /// Terms of an order's next hops, by the name of the clock.
    var clocks: [(name: String, term: String)] {
        switch self {
        case .healthcareSupplier: [("orderAcknowledgment", "1bd"), ("shipNotice", "5bd"), ("invoice", "10bd")]
        case .retailVendor: [("orderAcknowledgment", "2bd"), ("shipNotice", "10bd"), ("invoice", "15bd")]
        case .distributor: [("orderAcknowledgment", "4bh"), ("shipNotice", "2bd"), ("invoice", "5bd")]
        case .blank: []
        }
    }

    /// The companion guide to begin with, a rule a line by set; none for a blank profile.
    var guide: [(set: String, rules: [String])] {
        let answer = (
            "855",
            [
                "{ at: \"PO1/ACK\", use: \"required\", when: \"no BAK[02=AK|RJ]\", because: \"each line is answered by itself\" }",
                "{ unique: \"PO101\" }",
            ]
        )
        let invoice = (
            "810",
            [
                "{ at: \"BIG04\", use: \"required\", because: \"invoices without our order number are not paid\" }",
                "{ unique: \"IT101\" }",
                "{ ascending: [\"BIG03\", \"BIG01\"], because: \"nothing is billed before it is ordered\" }",
            ]
        )
        let notice = [
            "{ at: \"HL[03=O]/PRF\", use: \"required\", because: \"the dock receives against our order\" }",
            "{ at: \"HL[03=O]/HL[03=I]\", use: \"required\" }",
            "{ at: \"HL[03=S]/N1[01=ST]\", use: \"required\" }",
            "{ at: \"HL[03=I]/LIN\", use: \"required\" }",
            "{ at: \"HL[03=I]/SN1\", use: \"required\" }",
        ]
        return switch self {
        case .healthcareSupplier:
            [
                answer,
                (
                    "856",
                    notice + [
                        "{ at: \"HL[03=I]/REF[01=LT]\", use: \"required\", severity: \"warning\", because: \"recalls go by lot\" }",
                        "{ at: \"HL[03=P]/MAN[01=GM]\", use: \"required\", severity: \"warning\", because: \"cartons are scanned\" }",
                    ]
                ),
                invoice,
            ]
        case .retailVendor:
            [
                answer,
                (
                    "856",
                    notice + [
                        "{ at: \"HL[03=P]/MAN[01=GM]\", use: \"required\", because: \"cartons are scanned\" }",
                        "{ at: \"HL[03=P]/MAN[01=GM]02\", pattern: \"(00)?[0-9]{18}\", because: \"an SSCC-18\" }",
                    ]
                ),
                invoice,
            ]
        case .distributor: [answer, ("856", notice), invoice]
        case .blank: []
        }
    }
}
