import Testing
import X12

/// Edits of one element, all other bytes staying.
@Suite struct ElementEditTests {
    private static let text =
        "ISA*00*          *00*          *ZZ*A              *ZZ*B              *260309*0840*U*00401*000000001*0*P*>~\n"
        + "ST*850*0001~\nBEG*00*SA*PO-1**20261332~\nREF*ZZ*A>B~\nPO1*1*5*EA~\nPO1*2*6*EA~\nSE*5*0001~\n"

    private static func edit(_ words: String) throws -> Result<ElementEdit.Edited, ElementEdit.Fault> {
        try ElementEdit.read(words).get().apply(
            to: Array(text.utf8), in: 0..<text.utf8.count, delimiters: Delimiters())
    }

    @Test(arguments: [
        ("BEG:5=20261201", "20261332", "BEG*00*SA*PO-1**20261201~"), ("beg:4=R7", "", "BEG*00*SA*PO-1*R7*20261332~"),
        ("BEG:1=", "00", "BEG**SA*PO-1**20261332~"), ("PO1[2]:2=7", "6", "PO1*2*7*EA~"),
        ("PO1[2]:4=9.5", "", "PO1*2*6*EA*9.5~"), ("PO1:6=IN", "", "PO1*1*5*EA***IN~"),
        ("REF:2-2=C", "B", "REF*ZZ*A>C~"), ("REF:2-4=D", "", "REF*ZZ*A>B>>D~"), ("REF:2=X>Y", "A>B", "REF*ZZ*X>Y~"),
        ("SE:1=6", "5", "SE*6*0001~"), ("ST:2=0002", "0001", "ST*850*0002~"),
        (
            "ISA:15=T", "P",
            "ISA*00*          *00*          *ZZ*A              *ZZ*B              *260309*0840*U*00401*000000001*0*T*>~"
        ),
        ("ISA:6=AB", "A              ", "*ZZ*AB             *ZZ*B  "),
    ])
    func `an element is set`(words: String, old: String, result: String) throws {
        let edited = try Self.edit(words).get()
        #expect(String(decoding: edited.old, as: UTF8.self) == old)
        let text = String(decoding: edited.bytes, as: UTF8.self)
        #expect(text.contains(result))
        let value = String(decoding: edited.bytes[edited.range], as: UTF8.self)
        #expect(words.hasSuffix("=" + value.trimmingSuffix { $0 == " " }))
        // Put back, all is as it was.
        #expect(text.count - Self.text.count == edited.bytes.count - Self.text.utf8.count)
    }

    @Test(arguments: [
        "", "BEG", "BEG:5", "BEG=5", "B:1=2", "BEGX:1=2", "BEG:0=1", "BEG:100=1", "BEG:x=1", "BEG:1-=2", "BEG:1-0=2",
        "PO1[0]:1=2", "PO1[x]:1=2", "PO1[]:1=2", "BEG:1:2=3", "BEG:1-2-3=4", "BEG:99999999999999999999=1", "é:1=2",
    ])
    func `what is no edit is refused`(words: String) {
        #expect(throws: ElementEdit.Fault.self) { try ElementEdit.read(words).get() }
    }

    @Test(arguments: [
        "PO1[3]:1=2", "N1:1=ST", "BEG:3=A*B", "BEG:3=A~B", "REF:2-1=A>B", "BEG:3=A\nB", "ISA:15=PT", "ISA:17=X",
    ])
    func `an edit that cannot be made is refused`(words: String) throws {
        #expect(throws: ElementEdit.Fault.self) { try Self.edit(words).get() }
    }
}

extension String {
    fileprivate func trimmingSuffix(_ isTrimmed: (Character) -> Bool) -> Substring {
        var text = self[...]
        while let last = text.last, isTrimmed(last) { text.removeLast() }
        return text
    }
}
