import Exchange
import X12

/// Looks through what was sent for what the acknowledgments of a file speak of.
struct SentSearch {
    /// An interchange that was sent.
    struct Interchange {
        var file: String
        var header: InterchangeHeader
    }

    /// Whether there was anything to look through.
    private(set) var isAsked = false
    /// For each 997 or 999 the groups that it can be about.
    private(set) var finds: [AnsweredSets]
    /// The interchanges that were sent and that a TA1 names.
    private(set) var interchanges: [Interchange] = []
    private let named: Set<String>

    init(_ answers: ReceivedAnswers) {
        finds = answers.groups.map { AnsweredSets(answer: $0.answer) }
        named = Set(answers.interchanges.map { Self.number($0.answer.controlNumber) })
    }

    mutating func run(_ files: InputFiles) throws(CommandFailure) {
        for item in files.items {
            isAsked = true
            var reader = InterchangeReader(try InputFiles.open(item))
            do throws(SourceError) {
                while let survey = try reader.next() {
                    guard let header = survey.header else { continue }
                    if named.contains(Self.number(header.controlNumber)) {
                        interchanges.append(Interchange(file: item.name, header: header))
                    }
                    // Moved, not copied: what is kept grows from interchange to interchange.
                    var visitor = Visitors(all: finds)
                    finds = []
                    for index in visitor.all.indices { visitor.all[index].begin(header, file: item.name) }
                    try reader.visit(survey, &visitor)
                    finds = visitor.all
                }
            } catch {
                throw .environment("\(item.name): \(error.reason)")
            }
        }
    }

    /// The group that a 997 or 999 is about; where several have its number, the one that was sent to its sender.
    func group(_ index: Int, answeredBy header: InterchangeHeader?) -> AnsweredSets.Group? {
        let groups = finds[index].groups
        return groups.last { $0.interchange.receiver == header?.sender } ?? groups.last
    }

    /// The interchange that a TA1 is about; where several have its number, the one of its date and time.
    func interchange(_ answer: ReceivedInterchangeAnswer) -> Interchange? {
        let same = interchanges.filter { Self.number($0.header.controlNumber) == Self.number(answer.controlNumber) }
        return same.last { $0.header.element(9) == answer.date && $0.header.element(10) == answer.time } ?? same.last
    }

    private static func number(_ text: String) -> String { Int(text).map { String($0) } ?? text }

    /// Hands everything to every search.
    private struct Visitors: InterchangeVisitor {
        var all: [AnsweredSets]

        mutating func groupBegan(_ header: GroupHeader, ordinal: Int) {
            for index in all.indices { all[index].groupBegan(header, ordinal: ordinal) }
        }

        mutating func set(
            _ envelope: SetEnvelope, entries: Range<Int>, bytes: borrowing [UInt8], index: borrowing SegmentIndex,
            positions: FilePositions
        ) {
            for at in all.indices {
                all[at].set(envelope, entries: entries, bytes: bytes, index: index, positions: positions)
            }
        }

        mutating func groupEnded(claimed: String?, received: Int) {
            for index in all.indices { all[index].groupEnded(claimed: claimed, received: received) }
        }
    }
}
