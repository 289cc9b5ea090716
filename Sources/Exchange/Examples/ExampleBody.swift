import X12

/// Documents to begin an example with: small, whole, and in words that say what stands where.
enum ExampleBody {
    /// The segments between ST and SE, as identifier and elements; of a set without a text here those that the standard
    /// demands.
    static func segments(of structure: SetStructure, standard: Standard) -> [[String]] {
        if let text = texts[structure.set] {
            return text.split(separator: "\n").map { line in
                line.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
            }
        }
        return mandatory(in: structure, standard: standard)
    }

    private static func mandatory(in structure: SetStructure, standard: Standard) -> [[String]] {
        var segments: [[String]] = []
        func add(_ nodes: Range<Int>) {
            var index = nodes.lowerBound
            while index < nodes.upperBound {
                let node = structure.nodes[index]
                if node.isMandatory, node.id != "ST", node.id != "SE" {
                    segments.append(ExampleSegment.filled(node, standard: standard, with: [:]))
                    if node.isLoop { add(index + 1..<node.end) }
                }
                index = max(node.end, index + 1)
            }
        }
        add(0..<structure.nodes.count)
        return segments
    }

    private static let texts = [
        "850": """
        BEG*00*SA*4500012345**20260302
        DTM*002*20260316
        N1*BY*YOUR CUSTOMER*92*1001
        N3*1 MAIN STREET
        N4*SPRINGFIELD*OH*45501*US
        N1*ST*RECEIVING DOCK*92*2001
        N3*2 DOCK ROAD
        N4*SPRINGFIELD*OH*45502*US
        PO1*1*10*EA*12.5**VN*AB-100
        PID*F****FIRST ITEM
        PO1*2*4*CA*30**VN*AB-200
        PID*F****SECOND ITEM
        CTT*2
        """,
        "855": """
        BAK*00*AC*4500012345*20260302****SO-7001*20260303
        DTM*067*20260316
        PO1*1*10*EA*12.5**VN*AB-100
        ACK*IA*10*EA*068*20260312
        PO1*2*4*CA*30**VN*AB-200
        ACK*IB*4*CA*068*20260319
        CTT*2
        """,
        "856": """
        BSN*00*SHIP-9001*20260312*1405*0001
        HL*1**S
        TD1*CTN*1****G*20*LB
        TD5*B*2*ABCD*M*CARRIER
        REF*BM*BOL-5501
        DTM*011*20260312
        DTM*017*20260316
        N1*SF*SUPPLIER WAREHOUSE*92*3001
        N3*3 FACTORY LANE
        N4*COLUMBUS*OH*43004*US
        N1*ST*RECEIVING DOCK*92*2001
        N3*2 DOCK ROAD
        N4*SPRINGFIELD*OH*45502*US
        HL*2*1*O
        PRF*4500012345***20260302
        HL*3*2*P
        MAN*GM*00100000000000000014
        HL*4*3*I
        LIN*1*VN*AB-100
        SN1*1*10*EA
        HL*5*3*I
        LIN*2*VN*AB-200
        SN1*2*4*CA
        CTT*5
        """,
        "810": """
        BIG*20260317*INV-8001*20260302*4500012345
        N1*RI*SUPPLIER ACCOUNTS*92*3001
        N3*3 FACTORY LANE
        N4*COLUMBUS*OH*43004*US
        N1*BT*YOUR CUSTOMER*92*1001
        ITD*01*3*2**10**30
        DTM*011*20260312
        IT1*1*10*EA*12.5**VN*AB-100
        PID*F****FIRST ITEM
        IT1*2*4*CA*30**VN*AB-200
        PID*F****SECOND ITEM
        TDS*24500
        CTT*2
        """,
    ]
}
