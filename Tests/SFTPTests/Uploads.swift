import Foundation
import Glibc

/// How partners' programs send files.
enum Habit: String, CaseIterable {
    case inPlace = "in place, under its name"
    case temporaryName = "as .filepart, then renamed"
    case attributes = "put, then mode and times"
    case resumed = "killed, then resumed"
    case overwritten = "over a half sent file"
    case oneName = "two clients, one name"
    case deleted = "half sent, then deleted"
    case together = "many files at once"
    case dies = "killed in the middle"
}

/// One client's uploads after one habit.
struct Uploads {
    let client: Client
    let habit: Habit
    let root: WatchedRoot
    private let base: Int

    init(_ client: Client, _ habit: Habit, _ root: WatchedRoot) {
        self.client = client
        self.habit = habit
        self.root = root
        let (one, other) = (Client.allCases.firstIndex(of: client) ?? 0, Habit.allCases.firstIndex(of: habit) ?? 0)
        base = (one * Habit.allCases.count + other + 1) * 20_000
    }

    static let together = ProcessInfo.processInfo.environment["EDIGATE_UPLOADS"].flatMap { Int($0) } ?? 60

    /// The name on the server, which tells client and habit.
    func name(_ number: Int) -> String {
        "\(Client.allCases.firstIndex(of: client) ?? 0)-\(Habit.allCases.firstIndex(of: habit) ?? 0)-\(number).edi"
    }

    /// Writes an interchange into a file of its own.
    func write(_ number: Int, lines: Int = 3, cut: Bool = false, folder: String? = nil) throws -> String {
        let path = folder.map { "\($0)/\(name(number))" } ?? "\(root.place)/\(UUID().uuidString)"
        let text = Upload.interchange(number, lines: lines)
        try Data(text.utf8.prefix(cut ? text.utf8.count / 2 : text.utf8.count)).write(to: URL(filePath: path))
        return path
    }

    /// Sends what the habit demands, waits until all of it was taken, and tells what came of it.
    func row() throws -> HabitRow {
        let session = root.session(client)
        var row = HabitRow(client: client, habit: habit, firstName: name(base))
        func send(_ numbers: ClosedRange<Int>, _ steps: [Client.Step]) throws {
            if !steps.isEmpty, let fault = try session.run(steps) { row.faults.append(fault) }
            row.sent += numbers
            try root.await(files: numbers.count)
        }
        let (remote, one) = ("in/\(name(base))", base...base)
        switch habit {
        case .inPlace:
            try send(one, [.put(try write(base), remote)])
            let large = base + 1
            try send(large...large, [.put(try write(large, lines: 6_000), "in/\(name(large))")])
        case .temporaryName:
            try send(one, [.put(try write(base), remote + ".filepart"), .rename(remote + ".filepart", remote)])
        case .attributes: try send(one, [.put(try write(base), remote), .touch(remote)])
        case .resumed:
            let local = try write(base, lines: 3_000)
            try session.dieSending(local, as: remote, arrivingAt: "\(root.drop)/\(remote)")
            try send(one, [.resume(local, remote)])
        case .overwritten:
            try session.run([.put(try write(base, cut: true), remote)])
            try send(one, [.put(try write(base), remote)])
        case .oneName:
            try send(one, [.put(try write(base), remote)])
            let other = try write(base + 1)
            if let fault = try root.session(client == .openSSH ? .lftp : .openSSH).run([.put(other, remote)]) {
                row.faults.append(fault)
            }
            try send(base + 1...base + 1, [])
            try send(base + 2...base + 2, [.put(try write(base + 2), remote)])
        case .deleted:
            try session.run([.put(try write(base, cut: true), remote), .remove(remote)])
        case .together:
            let folder = "\(root.place)/\(UUID().uuidString)"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
            let numbers = base...base + Self.together - 1
            for number in numbers { _ = try write(number, folder: folder) }
            try send(numbers, [.putAll(folder, "in")])
        case .dies:
            try session.dieSending(
                try write(base, lines: 3_000), as: remote, arrivingAt: "\(root.drop)/\(remote)")
        }
        try row.judge(root, prefix: String(name(base).prefix(4)))
        return row
    }
}

/// What came of one client's uploads after one habit.
struct HabitRow {
    var client: Client
    var habit: Habit
    /// The name of the first file on the server.
    var firstName: String
    /// Control numbers of the interchanges that were sent whole.
    var sent: [Int] = []
    var once = 0
    var twice = 0
    var early = 0
    var lost = 0
    /// What clients complained about.
    var faults: [String] = []

    init(client: Client, habit: Habit, firstName: String) {
        self.client = client
        self.habit = habit
        self.firstName = firstName
    }

    var isClean: Bool { once == sent.count && twice == 0 && early == 0 && lost == 0 && faults.isEmpty }

    /// Counts what the ledger has of it.
    mutating func judge(_ root: WatchedRoot, prefix: String) throws {
        let processed = try root.processed()
        for number in sent {
            switch processed[number, default: 0] {
            case 0: lost += 1
            case 1: once += 1
            default: twice += 1
            }
        }
        early = try root.column(
            "SELECT id || '' FROM arrival WHERE file_name LIKE '\(prefix)%' AND state <> 'recorded'"
        ).count
    }

    static func table(_ rows: [HabitRow]) -> String {
        func cell(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(1, width - text.count))
        }
        var lines = [
            cell("client", 14) + cell("habit", 28) + cell("sent", 7) + cell("once", 7) + cell("twice", 7)
                + cell("early", 7) + "lost"
        ]
        for row in rows {
            lines.append(
                cell(row.client.rawValue, 14) + cell(row.habit.rawValue, 28) + cell("\(row.sent.count)", 7)
                    + cell("\(row.once)", 7) + cell("\(row.twice)", 7) + cell("\(row.early)", 7) + "\(row.lost)")
            lines += row.faults.map { "    \($0.prefix(300))" }
        }
        return lines.joined(separator: "\n")
    }
}

/// What is sent.
enum Upload {
    /// An order of one partner of the sample network.
    static func interchange(_ number: Int, lines: Int) -> String {
        let control = String(repeating: "0", count: max(0, 9 - String(number).count)) + String(number)
        var text =
            "ISA*00*          *00*          *ZZ*BRIGHTWATER    *01*990417263      *260309*0840*U*00401*\(control)*0*P*>~\n"
            + "GS*PO*BWCLINICS*LARKMOORDC*20260309*0840*\(number)*X*004010~\n"
            + "ST*850*0001~\nBEG*00*SA*PO-\(number)**20260309~\n"
        for line in 1...lines { text += "PO1*\(line)*15*BX*11.2**IN*BW-GLV-M~\n" }
        return text + "CTT*\(lines)~\nSE*\(lines + 4)*0001~\nGE*1*\(number)~\nIEA*1*\(control)~\n"
    }
}
