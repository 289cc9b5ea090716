import InterchangeTestSupport
import X12

/// Breaks one rule of a good specimen and keeps everything else true, counts included.
///
/// Places where the standard leaves open what a reader should make of the fault are passed over, and each such
/// condition below says why.
struct Breaker {
    let generator: SpecimenGenerator
    var random: Seeded

    /// Breaks the rule somewhere; `nil` when the specimen has no place for it.
    mutating func broken(_ rule: RuleBreak, _ specimen: Specimen) -> Broken? {
        switch rule {
        case .segmentMissing, .loopMissing, .segmentUnknown, .segmentForeign, .segmentStray, .segmentOutOfOrder,
            .segmentAboveMaximum, .loopAboveRepeat:
            breakStructure(rule, specimen)
        case .pairedBroken, .requiredBroken, .exclusiveBroken, .conditionalBroken, .listBroken:
            breakNote(rule, specimen)
        case .componentNoteBroken: breakComponentNote(specimen)
        case .elementMissing, .componentMissing, .elementsTooMany, .componentsTooMany, .repetitionsTooMany,
            .componentInElement, .tooShort,
            .tooLong, .numberTooLong, .numberCharacter, .controlCharacter, .characterBeyondASCII, .codeUnknown,
            .dateWrong, .timeWrong, .blankMandatory, .loopNamedOtherwise:
            breakElement(rule, specimen)
        default: breakEnvelope(rule, specimen)
        }
    }

    /// A number of the breaker's own sequence, as a seed for what it lets make.
    mutating func seed() -> UInt64 { random.next() }

    mutating func pick<Value>(_ values: [Value]) -> Value? { values.randomElement(using: &random) }
}
