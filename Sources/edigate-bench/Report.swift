import Commerce
import FoundationEssentials

/// Tells measurements as they come: to people in columns, to programs a line of JSON each, and beside earlier ones.
struct Report {
    private let isJSON: Bool
    private var earlier: [String: Measurement] = [:]
    private var shown = ""

    init(json: Bool, comparing path: String?) throws {
        isJSON = json
        guard let path else { return }
        var reader = JSONReader()
        var faults: [String] = []
        reader.readLines(Measurement.self, from: [UInt8](try Data(contentsOf: URL(filePath: path)))) { result in
            switch result {
            case .success(let measurement): earlier[Self.key(measurement)] = measurement
            case .failure(let error): faults.append(error.description)
            }
        }
        if let fault = faults.first { throw Failure(reason: "\(path): \(fault)") }
    }

    struct Failure: Error, CustomStringConvertible {
        var reason: String
        var description: String { reason }
    }

    private static func key(_ measurement: Measurement) -> String { "\(measurement.input)\t\(measurement.stage)" }

    mutating func tell(_ measurement: Measurement) {
        if isJSON {
            var writer = JSONWriter()
            writer.write(measurement)
            print(writer.string)
            return
        }
        if measurement.input.string != shown {
            shown = measurement.input.string
            print(shown)
        }
        var line = "  \(Self.pad(measurement.stage.string, 36))"
        line += Self.pad(measurement.wall.map(\.description) ?? "", 8, left: true)
        line += Self.pad(measurement.processor.map(\.description) ?? "", 8, left: true)
        line += " \(Self.pad(measurement.unit.string, 12))"
        line += Self.pad(measurement.spread.map { "±\($0) %" } ?? "", 8)
        if let goal = measurement.goal {
            line += "\(measurement.isMet == true ? "met" : "missed"): goal \(goal)  "
        }
        if let before = earlier[Self.key(measurement)] { line += Self.ratio(measurement, before) + "  " }
        print(line + measurement.note.string)
    }

    /// How a figure stands to the one before, by the processor where both have it.
    private static func ratio(_ now: Measurement, _ before: Measurement) -> String {
        let pair =
            now.processor.flatMap { new in before.processor.map { (new, $0) } }
            ?? now.wall.flatMap { new in before.wall.map { (new, $0) } }
        guard let (new, old) = pair, old.approximate > 0 else { return "" }
        return "×\(Decimal(rounding: new.approximate / old.approximate * 100).map { "\($0)" } ?? "?") %"
    }

    private static func pad(_ text: String, _ width: Int, left: Bool = false) -> String {
        let fill = String(repeating: " ", count: max(width - text.count, 0))
        return left ? fill + text : text + fill
    }
}
