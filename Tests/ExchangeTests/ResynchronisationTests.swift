import Exchange
import InterchangeTestSupport
import Testing
import X12

/// One mistake in a set is told once, at its place, and what follows is judged as if it had not been made.
@Suite struct ResynchronisationTests {
    private func errors(_ set: String, _ body: [String]) throws -> [String] {
        try Outcomes.of(Draft(set, [body])).sets.flatMap(\.findings).filter { $0.severity == .error }
            .map { "\($0.code.entry.name) \($0.place) \($0.segmentIndex)" }
    }

    private func body(_ set: String, _ change: (inout [String]) -> Void) -> [String] {
        var body = Body.of(set)
        change(&body)
        return body
    }

    private func index(_ start: String, _ body: [String]) -> Int { body.firstIndex { $0.hasPrefix(start) } ?? 0 }

    @Test(arguments: Body.sets)
    func `an unknown segment anywhere is one finding at its place`(set: String) throws {
        for place in 0...Body.of(set).count {
            let errors = try errors(set, body(set) { $0.insert("ZZZ*1", at: place) })
            #expect(errors == ["E-SEGMENT-UNKNOWN ZZZ \(place + 2)"])
        }
    }

    @Test(arguments: Body.sets)
    func `a segment of another set anywhere is one finding at its place`(set: String) throws {
        for place in 0...Body.of(set).count {
            let errors = try errors(set, body(set) { $0.insert("AK1*PO*1", at: place) })
            #expect(errors == ["E-SEGMENT-FOREIGN AK1 \(place + 2)"])
        }
    }

    @Test(arguments: Body.sets)
    func `a stray segment of an inner loop anywhere is at most one finding`(set: String) throws {
        let stray = set == "856" ? "LH2*1" : "N3*2 STRAY ROAD"
        for place in 0...Body.of(set).count {
            let errors = try errors(set, body(set) { $0.insert(stray, at: place) })
            #expect(errors.count <= 1, "\(set) \(place): \(errors)")
        }
    }

    @Test(arguments: Body.sets)
    func `a segment left out, doubled or swapped with its neighbour is at most one finding`(set: String) throws {
        let good = Body.of(set)
        for place in good.indices {
            let dropped = try errors(set, body(set) { $0.remove(at: place) })
            #expect(dropped.count <= 1, "\(set) without \(good[place]): \(dropped)")
            let doubled = try errors(set, body(set) { $0.insert(good[place], at: place) })
            #expect(doubled.count <= 1, "\(set) with twice \(good[place]): \(doubled)")
            guard place + 1 < good.count else { continue }
            let swapped = try errors(set, body(set) { $0.swapAt(place, place + 1) })
            // An HL that takes the SN1 of the item before it: one item is out of order and has one SN1 too many.
            let most = good[place].hasPrefix("SN1") && good[place + 1].hasPrefix("HL") ? 2 : 1
            #expect(swapped.count <= most, "\(set) swapped at \(good[place]): \(swapped)")
        }
    }

    /// A mistake: the segment taken, the segment it goes before (or nothing), and what is found.
    static let moves: [(set: String, taken: String, before: String?, error: String)] = [
        ("850", "BEG", nil, "E-SEGMENT-MISSING BEG 2"), ("850", "CUR", "DTM", "E-SEGMENT-ORDER CUR 5"),
        ("850", "DTM", "BEG", "E-SEGMENT-ORDER DTM 2"),
        ("850", "N3", "N1", "E-SEGMENT-UNEXPECTED N3 7"), ("850", "N4", "N3", "E-SEGMENT-ORDER N3 9"),
        ("850", "CTT", "PO1*2", "E-SEGMENT-ORDER PO1 13"), ("855", "BAK", nil, "E-SEGMENT-MISSING BAK 2"),
        ("855", "ACK*IA*10", "N1", "E-SEGMENT-UNEXPECTED ACK 6"), ("855", "CTT", "DTM", "E-SEGMENT-ORDER DTM 6"),
        ("856", "BSN", nil, "E-SEGMENT-MISSING BSN 2"), ("856", "LIN*1", "HL*2", "E-SEGMENT-ORDER LIN 9"),
        ("856", "HL*5", nil, "E-SEGMENT-MISSING HL 16"), ("856", "CTT", "HL*1", "E-SEGMENT-ORDER CTT 4"),
        ("810", "BIG", nil, "E-SEGMENT-MISSING BIG 2"),
        ("810", "TDS", nil, "E-SEGMENT-MISSING TDS 14"), ("810", "ITD", "BIG", "E-SEGMENT-ORDER ITD 2"),
        ("810", "TDS", "IT1*1", "E-SEGMENT-ORDER IT1 10"),
    ]

    @Test(arguments: moves.indices)
    func `a segment moved earlier, later or away is one finding`(row: Int) throws {
        let (set, taken, before, error) = Self.moves[row]
        var body = Body.of(set)
        let segment = body.remove(at: index(taken, body))
        if let before { body.insert(segment, at: index(before, body)) }
        let found = try errors(set, body)
        #expect(found == [error], "\(set) \(taken) before \(before ?? "nothing")")
    }

    @Test func `a fault behind a mistake is found all the same`() throws {
        let body = body("850") {
            $0.insert("ZZZ*1", at: 2)
            $0[index("PO1*2", $0)] = "PO1*2*X*EA"
        }
        #expect(try errors("850", body) == ["E-SEGMENT-UNKNOWN ZZZ 4", "E-ELEMENT-NUMBER PO102 13"])
    }
}
