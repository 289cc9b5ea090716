import Dispatch
import Exchange
import FoundationEssentials
import Gateway
import Glibc
import X12

/// Works files and inputs as a batch does.
enum FileWork {
    /// Works the files `0.x12` and on of a folder.
    static func work(_ count: Int, in folder: String, translates: Bool) -> String {
        let tally = Tally()
        var options = ExchangeOptions()
        options.translates = translates
        options.digests = translates
        let memory = ExchangeMemory()
        for number in 0..<count {
            guard let source = try? FileSource(path: "\(folder)/\(number).x12") else { continue }
            var exchange = Exchange(source, options: options, memory: memory)
            try? exchange.run(tally)
        }
        return "\(tally.sets) sets, \(tally.documents) documents, \(tally.findings) findings"
    }

    /// Works inputs in several threads.
    static func work(_ parts: [[UInt8]], jobs: Int) -> String {
        let share = (parts.count + jobs - 1) / jobs
        DispatchQueue.concurrentPerform(iterations: jobs) { @Sendable job in
            for part in parts.dropFirst(job * share).prefix(share) {
                let tally = Tally()
                var exchange = Exchange(MemorySource(part))
                try? exchange.run(tally)
            }
        }
        return "\(jobs) jobs"
    }

    /// Fills a file with interchanges, the same ones again and again.
    static func fill(_ path: String, size: Int) -> Bool {
        let part = Bench.sample("mixed").oneOrMore(size: min(size, 4_000_000))
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        guard file >= 0 else { return false }
        defer { close(file) }
        var done = 0
        while done < size {
            guard write(file, part, part.count) == part.count else { return false }
            done += part.count
        }
        return true
    }
}

/// The command line, run as a program of its own.
struct ChildProgram {
    private let path: String

    /// The `edigate` beside this program.
    static var edigate: ChildProgram? {
        guard let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") else { return nil }
        let path = URL(filePath: own).deletingLastPathComponent().appending(path: "edigate").path
        return access(path, X_OK) == 0 ? ChildProgram(path: path) : nil
    }

    /// Runs the program, its output thrown away, and gives how long that took and, when `watching`, the most memory it
    /// had: asked of the kernel while it runs, since what it tells afterwards counts this program's memory too.
    func run(_ arguments: [String], watching: Bool = false) -> (seconds: Double, megabytes: Double)? {
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var child: pid_t = 0
        var status: Int32 = 0
        var kilobytes = 0
        let began = ContinuousClock.now
        guard posix_spawn(&child, path, &actions, nil, &words, environ) == 0 else { return nil }
        while waitpid(child, &status, watching ? WNOHANG : 0) == 0 {
            kilobytes = max(kilobytes, Self.peak(of: child))
            usleep(2_000)
        }
        return ((ContinuousClock.now - began) / .seconds(1), Double(kilobytes) * 1_024 / 1e6)
    }

    /// The most memory a process has had, in kilobytes.
    private static func peak(of process: pid_t) -> Int {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
        else { return 0 }
        return Int(line.filter(\.isNumber)) ?? 0
    }
}
