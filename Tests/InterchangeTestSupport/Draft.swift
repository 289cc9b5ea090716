public import X12

/// An interchange written out segment by segment, with `*` and `>`, so that a test can change any part before it is
/// turned into bytes. Good unless a test makes it otherwise.
public struct Draft: Sendable {
    /// The segments without terminators, from ISA to IEA.
    public var segments: [String]

    /// Drafts an interchange of one group.
    ///
    /// - Parameters:
    ///   - set: ST01 of every set.
    ///   - bodies: The segments between ST and SE, a list a set; they are numbered from 0001.
    ///   - code: GS01; that of the set when left out.
    ///   - version: GS08; the ISA goes with it.
    ///   - number: ISA13, 1 to 999,999,999.
    public init(_ set: String, _ bodies: [[String]], code: String? = nil, version: String = "004010", number: Int = 1) {
        let control = InterchangeWriter.filled(number, 9)
        // From 00402 on ISA11 is the repetition separator.
        let standards = version >= "004020" && version < "0100" ? "^*\(version.prefix(5))" : "U*00401"
        segments = [
            "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *261121*0605*\(standards)*\(control)*0*P*>",
            "GS*\(code ?? Body.functionalCode(of: set))*SENDER*RECEIVER*20261121*0605*1*X*\(version)",
        ]
        for (index, body) in bodies.enumerated() {
            let number = InterchangeWriter.filled(index + 1, 4)
            segments.append("ST*\(set)*\(number)")
            segments += body
            segments.append("SE*\(body.count + 2)*\(number)")
        }
        segments += ["GE*\(bodies.count)*1", "IEA*1*\(control)"]
    }

    /// Drafts an interchange of one good set.
    public init(_ set: String, number: Int = 1) { self.init(set, [Body.of(set)], number: number) }

    /// Replaces the segment that begins with `start` by `other`; one that is not there changes nothing.
    public func replacing(_ start: String, with other: String) -> Draft {
        var copy = self
        for index in copy.segments.indices where copy.segments[index].hasPrefix(start) {
            copy.segments[index] = other
            break
        }
        return copy
    }

    /// Leaves out the segments that begin with `start`.
    public func removing(_ start: String) -> Draft {
        var copy = self
        copy.segments.removeAll { $0.hasPrefix(start) }
        return copy
    }

    /// Puts `other` before the segment that begins with `start`.
    public func inserting(_ other: String, before start: String) -> Draft {
        var copy = self
        if let index = copy.segments.firstIndex(where: { $0.hasPrefix(start) }) {
            copy.segments.insert(other, at: index)
        }
        return copy
    }

    /// The bytes: `*` and `>` become the delimiters, and `newline` follows each terminator.
    public func bytes(_ delimiters: Delimiters = Delimiters(), newline: String = "\n") -> [UInt8] {
        var bytes: [UInt8] = []
        for segment in segments {
            for byte in segment.utf8 {
                switch byte {
                case UInt8(ascii: "*"): bytes.append(delimiters.element)
                case UInt8(ascii: ">"): bytes.append(delimiters.component)
                default: bytes.append(byte)
                }
            }
            bytes.append(delimiters.segment)
            bytes += Array(newline.utf8)
        }
        return bytes
    }
}

/// Sets without fault, for tests to start from.
public enum Body {
    /// The sets there is a body for.
    public static let sets = ["850", "855", "856", "810"]

    /// GS01 for a set; `FA` for any not listed.
    public static func functionalCode(of set: String) -> String {
        switch set {
        case "850": "PO"
        case "855": "PR"
        case "856": "SH"
        case "810": "IN"
        default: Standard.version("005010")?.structure(of: set)?.functionalCode ?? "FA"
        }
    }

    /// The segments between ST and SE of a good set; a least 997 for any set not listed.
    public static func of(_ set: String) -> [String] {
        switch set {
        case "850": order
        case "855": acknowledgment
        case "856": notice
        case "810": invoice
        default: ["AK1*PO*1", "AK9*A*1*1*1"]
        }
    }

    /// An 850 of two lines.
    public static let order = [
        "BEG*00*SA*PO1001**20261101", "CUR*BY*USD", "REF*DP*12", "FOB*PC", "DTM*002*20261120",
        "N1*ST*LARKMOOR CLINIC*92*17", "N3*1 MAIN STREET", "N4*TOWN*OH*44114*US", "PO1*1*10*EA*2.5**VN*A1",
        "PID*F****GLOVES", "PO1*2*5*BX*4**VN*A2", "PID*F****GAUZE", "CTT*2*15",
    ]

    /// An 855 that accepts them.
    public static let acknowledgment = [
        "BAK*00*AC*PO1001*20261102", "CUR*SE*USD", "REF*VN*77", "DTM*067*20261120", "N1*ST*LARKMOOR CLINIC*92*17",
        "N3*1 MAIN STREET", "N4*TOWN*OH*44114*US", "PO1*1*10*EA*2.5**VN*A1", "PID*F****GLOVES", "ACK*IA*10*EA",
        "PO1*2*5*BX*4**VN*A2", "PID*F****GAUZE", "ACK*IA*5*BX", "CTT*2*15",
    ]

    /// An 856: shipment, order, carton, two items.
    public static let notice = [
        "BSN*00*SHP1*20261119*0830", "DTM*011*20261119", "HL*1**S", "TD5*B*2*RNLF*M", "REF*BM*123",
        "N1*ST*LARKMOOR CLINIC*92*17", "N3*1 MAIN STREET", "HL*2*1*O", "PRF*PO1001", "HL*3*2*P",
        "MAN*GM*00095212340045000016", "HL*4*3*I", "LIN*1*VN*A1", "SN1*1*10*EA", "HL*5*3*I", "LIN*2*VN*A2",
        "SN1*2*5*BX",
        "CTT*5*15",
    ]

    /// An 810 of two lines, 45.00 and a charge of 5.00.
    public static let invoice = [
        "BIG*20261121*INV1*20261101*PO1001", "CUR*SE*USD", "REF*VN*77", "N1*RE*TALLIS SURGICAL*92*30",
        "N3*2 SIDE STREET",
        "N4*TOWN*OH*44114*US", "ITD*01*3*2**10**30", "IT1*1*10*EA*2.5**VN*A1", "PID*F****GLOVES", "IT1*2*5*BX*4**VN*A2",
        "PID*F****GAUZE", "TDS*5000", "SAC*C*D240***500*******06", "CTT*2*15",
    ]
}
