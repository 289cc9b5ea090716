import Commerce
import Partners
import X12

/// Makes numbers of documents that every guide involved takes.
struct TestNumbers {
    private let patterns: [GuidePattern]
    private let lengths: ClosedRange<Int>
    private let prefixes: [String]

    /// Makes numbers for places such as `BEG03`, in sets such as `850`.
    ///
    /// - Parameters:
    ///   - places: The segment and element of the number, by set.
    ///   - prefixes: What a number may begin with where nothing is asked of it, the first one that fits.
    ///   - profile: The profile.
    init(_ places: [(set: String, segment: SegmentID, element: Int)], prefixes: [String], _ profile: Profile) {
        var patterns: [GuidePattern] = []
        var lengths = 1...22
        for direction in Profile.Direction.allCases {
            for part in profile.guide(direction)?.parts ?? [] {
                for rule in part.rules {
                    let isOne = places.contains { place in
                        place.set == part.set && rule.at.steps.last?.id == place.segment
                            && rule.at.element == place.element
                    }
                    guard isOne else { continue }
                    switch rule.demand {
                    case .pattern(let pattern): patterns.append(pattern)
                    case .length(let minimum, let maximum):
                        let low = min(max(lengths.lowerBound, minimum ?? 1), 22)
                        lengths = low...max(low, min(lengths.upperBound, maximum ?? 22))
                    default: break
                    }
                }
            }
        }
        self.patterns = patterns
        self.lengths = lengths
        self.prefixes = prefixes
    }

    /// The number of a serial of seven digits; one that fits as far as it can be told.
    func number(_ serial: Int) -> String {
        let digits = String(serial)
        let plain = prefixes.map { $0 + digits } + [digits]
        // The usual lengths of numbers, then all others: filled in front, or cut there.
        let filled = [10, 8, 6, 9, 7, 12, 11, 5, 14, 13, 15, 16, 18, 20, 22].map { length in
            length <= digits.count
                ? String(digits.suffix(length))
                : "4" + String(repeating: "0", count: length - digits.count - 1) + digits
        }
        let shaped = patterns.compactMap { $0.sample(minimum: lengths.lowerBound) }.map { Self.varied($0, by: digits) }
        return (plain + filled + shaped).first(where: fits) ?? plain.first ?? digits
    }

    private func fits(_ number: String) -> Bool {
        lengths.contains(number.utf8.count) && patterns.allSatisfy { $0.isMatch(number) }
    }

    /// A sample with its last digits replaced.
    private static func varied(_ sample: String, by digits: String) -> String {
        var bytes = Array(sample.utf8)
        var rest = Array(digits.utf8)
        for at in bytes.indices.reversed() where (0x30...0x39).contains(bytes[at]) {
            guard let digit = rest.popLast() else { break }
            bytes[at] = digit
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Makes identifiers of items by the schemes that the guides ask for.
struct TestItems {
    /// The schemes of each line, at least one.
    let schemes: [String]

    init(_ profile: Profile, _ sets: ExchangedSets) {
        let segments: [SegmentID] = ["PO1", "IT1", "LIN"]
        var wanted: [String] = []
        var possible: [String] = []
        var forbidden: Set<String> = []
        func note(_ path: GuidePath, _ rule: GuideRule) {
            for step in path.steps where segments.contains(step.id) {
                for condition in step.conditions where condition.component == 0 {
                    // Qualifiers stand in the even elements, from PO106, IT106 and LIN02 on.
                    guard condition.element % 2 == 0 else { continue }
                    let values = condition.values.map { String(decoding: $0, as: UTF8.self) }
                    switch rule.demand {
                    case .use(.notUsed) where condition.isNegated: wanted += values.prefix(1)
                    case .use(.notUsed): forbidden.formUnion(values)
                    case .use(.required), .uses, .anyOf: if !condition.isNegated { wanted += values.prefix(1) }
                    default: if !condition.isNegated { possible += values.prefix(1) }
                    }
                }
            }
        }
        for set in ExchangedSets.ofOrders {
            guard let way = sets.way(of: set) else { continue }
            for part in profile.guide(way)?.parts ?? [] where part.set == set {
                for rule in part.rules {
                    note(rule.at, rule)
                    if case .anyOf(let others) = rule.demand { for path in others { note(path, rule) } }
                    if case .codes(let codes) = rule.demand, let id = rule.at.steps.last?.id, segments.contains(id),
                        rule.at.element % 2 == 0, rule.at.element >= (id == "LIN" ? 2 : 6)
                    {
                        wanted += codes.prefix(1).map { String(decoding: $0, as: UTF8.self) }
                    }
                }
            }
        }
        var schemes: [String] = []
        for scheme in wanted + (wanted.isEmpty ? possible : []) + (wanted.isEmpty && possible.isEmpty ? ["VN"] : [])
        where !schemes.contains(scheme) && !forbidden.contains(scheme) && scheme.utf8.count == 2 {
            schemes.append(scheme)
        }
        self.schemes = schemes.isEmpty ? ["VN"] : Array(schemes.prefix(3))
    }

    /// The identifiers of one item.
    func identifiers(_ sequence: inout SeededSequence) -> [(scheme: String, value: String)] {
        schemes.map { ($0, Self.value($0, &sequence)) }
    }

    private static func value(_ scheme: String, _ sequence: inout SeededSequence) -> String {
        switch scheme {
        case "UK": checked("10" + sequence.digits(11))
        case "UP": checked("0" + sequence.digits(10))
        case "EN": checked("40" + sequence.digits(10))
        case "UA", "UD": checked("0" + sequence.digits(10))
        case "ND", "N4": "5" + sequence.digits(10)
        default: "AB-" + sequence.digits(4)
        }
    }

    /// Digits with their GS1 check digit.
    static func checked(_ digits: String) -> String {
        (0...9).map { "\(digits)\($0)" }.first { CheckDigit.isRight(Text($0)) == true } ?? digits
    }
}
