import Foundation
import Glibc
import Testing

/// Real clients against a real server, with a watch on the drop that it fills.
///
/// `EDIGATE_UPLOADS` says how many files each client sends at once (60); `EDIGATE_PROGRAM` names another build of the
/// program than the one beside the tests.
@Suite(
    .serialized,
    .enabled(if: SecureShellServer.obstacle == nil, "needs sshd, sftp, lftp and paramiko, and root for the chroot"))
struct HabitTests {
    @Test func `whatever client and habit, each file is taken once, none early, none is lost`() throws {
        let root = try WatchedRoot()
        var rows: [HabitRow] = []
        for client in Client.allCases {
            for habit in Habit.allCases { rows.append(try Uploads(client, habit, root).row()) }
        }
        #expect(try root.stop() == 0)
        print(HabitRow.table(rows))
        for row in rows { #expect(row.isClean, "\(HabitRow.table([row]))") }
        // What the clients left unfinished lies where it was, and nothing else.
        #expect(root.lying() == rows.filter { $0.habit == .dies }.map(\.firstName).sorted())
    }

    @Test func `a client that looks at its file afterwards finds it as long as it lingers`() throws {
        let root = try WatchedRoot(profile: "drop: { linger: \"1s\" },")
        for client in Client.allCases {
            let uploads = Uploads(client, .inPlace, root)
            let local = try uploads.write(1)
            // All that follows must succeed; paramiko and lftp report what they cannot set.
            #expect(try root.session(client).run([.put(local, "in/a.edi"), .touch("in/a.edi")]) == nil)
            let name = root.lying()
            try root.await(files: 1)
            #expect(name == ["a.edi"] || name == [])
        }
    }

    @Test func `bytes that are closed while somebody still writes are not taken`() throws {
        let root = try WatchedRoot()
        let writer = open("\(root.drop)/in/big.edi", O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
        func write(_ text: String) { _ = Glibc.write(writer, text, text.utf8.count) }
        write(Upload.interchange(1, lines: 10))
        // What comes later is taken before it.
        for number in 2...4 {
            let local = try Uploads(.openSSH, .inPlace, root).write(number)
            try root.session(.openSSH).run([.put(local, "in/later.edi")])
            try root.await(files: 1)
        }
        #expect(try root.processed().keys.sorted() == [2, 3, 4])
        write(Upload.interchange(5, lines: 10))
        close(writer)
        try root.await(files: 1)
        #expect(try root.processed().keys.sorted() == [1, 2, 3, 4, 5])
    }

    @Test func `what two clients wrote over each other is not taken for an order`() throws {
        let root = try WatchedRoot()
        let (one, two) = (Uploads(.openSSH, .inPlace, root), Uploads(.openSSH, .inPlace, root))
        let (first, second) = (try one.write(1, lines: 400), try two.write(2, lines: 400))
        let slow = open("\(root.drop)/in/a.edi", O_WRONLY | O_CREAT | O_CLOEXEC, 0o666)
        fchmod(slow, 0o666)
        var bytes = [UInt8](try Data(contentsOf: URL(filePath: first)))
        _ = Glibc.write(slow, bytes, bytes.count / 2)
        #expect(try root.session(.openSSH).run([.put(second, "in/a.edi")]) == nil)
        bytes.removeFirst(bytes.count / 2)
        _ = Glibc.write(slow, bytes, bytes.count)
        close(slow)
        // Its bytes contradict themselves, so it must be quiet for a while first.
        try root.await(files: 1)
        #expect(try root.processed().isEmpty)
        #expect(try root.column("SELECT count(*) || '' FROM quarantine WHERE released_at IS NULL") == ["1"])
    }
}
