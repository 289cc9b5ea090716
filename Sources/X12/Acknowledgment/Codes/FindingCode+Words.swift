extension FindingCode {
    /// Which codes it causes in the acknowledgments of 005010, such as `997 AK304 8, AK403 8; 999 IK304 8, IK403 I6`;
    /// `nil` when it causes none.
    public var acknowledgmentWords: String? {
        let codes = entry.ack
        if let code = codes.interchange { return "TA1 TA105 \(InterchangeWriter.filled(Int(code), 3))" }
        if let code = codes.group { return "997 and 999 AK905 \(code)" + (code == 19 ? " (6 before 005010)" : "") }
        if let code = codes.set {
            return "997 AK502 \(code), 999 IK502 \(code)" + (code == 18 ? " (none before 005010)" : "")
        }
        guard let segment = codes.segment else { return nil }
        let guide = entry.guideCodes
        func words(_ id: String, _ segment: String, _ element: String?) -> String {
            guard let element else { return "\(id)304 \(segment)" }
            let ofElement = "\(id)304 8, \(id)403 \(element)"
            return segment == "8" ? ofElement : "\(id)304 \(segment), of an element \(ofElement)"
        }
        let early = codes.element.map { $0 > 11 } == true ? " (3 before 005010)" : ""
        let element = codes.element.map { String($0) }
        return "997 " + words("AK", String(segment), element) + early + "; 999 "
            + words(
                "IK", guide.segment.map { "I\($0)" } ?? String(segment),
                guide.element.map { "I\($0)" } ?? element)
    }
}
