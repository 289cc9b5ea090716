import Foundation
import Glibc
import Ledger
import ProgramTestSupport
import Testing

@testable import Gateway

/// What a partner, or who has its password, may put into its drop.
///
/// Each thing lies beside a good order. Whatever it is, the order is taken, nothing outside the drop is read, and what is
/// not taken is told once however often it is looked at.
@Suite struct HostileDropTests {
    /// What becomes of the thing.
    enum Fate: Sendable {
        /// It is worked like any file, under this name as people read it.
        case taken(String)
        /// It is taken and held for a person.
        case held
        /// It stays, with an event that says why.
        case left(String)
        /// It stays, and nothing is said: it is not for us, or not yet.
        case passedOver
    }

    struct Thing: Sendable {
        var name: String
        var fate: Fate
        /// Puts it into the drop, whose path is given; false when the system does not let us.
        var put: @Sendable (TestRoot, String) throws -> Bool

        init(_ name: String, _ fate: Fate, _ put: @escaping @Sendable (TestRoot, String) throws -> Bool) {
            self.name = name
            self.fate = fate
            self.put = put
        }
    }

    static let drop = "drop/brightwater-clinics/in"
    /// What stands in the file that must not be read: an order that would be accepted.
    static let secret = Order.interchange(number: 999)

    // MARK: - Things

    private static func link(_ name: String, to target: @escaping @Sendable (TestRoot, String) -> String) -> Thing {
        Thing(name, .left("found a symbolic link")) { root, drop in symlink(target(root, drop), "\(drop)/thing") == 0 }
    }

    static let links: [Thing] = [
        link("a link to /etc/passwd") { _, _ in "/etc/passwd" },
        link("a link to a file of the root") { root, _ in "\(root.path)/secret.edi" },
        link("a link that climbs out") { _, _ in "../../../secret.edi" },
        link("a link to another partner's file") { _, _ in "../../tallis-surgical/out/secret.edi" },
        link("a link to another partner's folder") { _, _ in "../../tallis-surgical/in" },
        link("a link to the ledger") { root, _ in "\(root.path)/ledger.sqlite" },
        link("a link to nothing") { _, _ in "nowhere" },
        link("a link to itself") { _, _ in "thing" },
        link("a link to a good file beside it") { _, _ in "good.edi" },
        link("a link to an endless device") { _, _ in "/dev/zero" },
        link("a link to this process's memory") { _, _ in "/proc/self/mem" },
        link("a link to the drop itself") { _, drop in drop },
        Thing("two links to each other", .left("found a symbolic link")) { _, drop in
            symlink("thing", "\(drop)/thing2") == 0 && symlink("thing2", "\(drop)/thing") == 0
        },
    ]

    static let hardLinks: [Thing] = ["secret.edi", "drop/tallis-surgical/out/secret.edi", "ledger.sqlite"].map {
        target in
        Thing("a hard link to \(target)", .left("2 names (hard links)")) { root, drop in
            Glibc.link("\(root.path)/\(target)", "\(drop)/thing") == 0
        }
    }

    static let special: [Thing] = [
        Thing("a pipe", .left("a pipe, socket or device")) { _, drop in mkfifo("\(drop)/thing", 0o666) == 0 },
        Thing("a pipe that somebody reads and writes", .left("a pipe, socket or device")) { _, drop in
            mkfifo("\(drop)/thing", 0o666) == 0 && open("\(drop)/thing", O_RDWR | O_CLOEXEC) >= 0
        },
        Thing("a socket", .left("a pipe, socket or device")) { _, drop in
            mknod("\(drop)/thing", S_IFSOCK | 0o666, 0) == 0
        },
        Thing("a character device", .left("a pipe, socket or device")) { _, drop in
            mknod("\(drop)/thing", S_IFCHR | 0o666, 1 << 8 | 5) == 0
        },
        Thing("a block device", .left("a pipe, socket or device")) { _, drop in
            mknod("\(drop)/thing", S_IFBLK | 0o666, 7 << 8) == 0
        },
        Thing("a folder", .left("found a folder")) { _, drop in mkdir("\(drop)/thing", 0o777) == 0 },
        Thing("a folder with an order in it", .left("found a folder")) { root, drop in
            mkdir("\(drop)/thing", 0o777) == 0 && write(secret, "\(drop)/thing/secret.edi")
        },
        Thing("a folder that nobody may read", .left("found a folder")) { _, drop in mkdir("\(drop)/thing", 0) == 0 },
        Thing("a folder called like a temporary file", .passedOver) { _, drop in mkdir("\(drop)/thing.part", 0o777) == 0
        },
    ]

    private static func named(_ bytes: [UInt8], as readable: String? = nil) -> Thing {
        let readable = readable ?? String(decoding: bytes, as: UTF8.self)
        return Thing("the name \(readable.prefix(40))", .taken(readable)) { _, drop in
            write(Order.interchange(number: 900), bytes: Array("\(drop)/".utf8) + bytes)
        }
    }

    private static func named(_ name: String, as readable: String? = nil) -> Thing {
        named(Array(name.utf8), as: readable)
    }

    static let names: [Thing] = [
        named("two\nlines.edi", as: "two\\x0Alines.edi"), named("\u{1B}[2Jx.edi", as: "\\x1B[2Jx.edi"),
        named("tab\tbell\u{7}.edi", as: "tab\\x09bell\\x07.edi"), named("a\u{202E}ide.exe", as: "a\\u{202E}ide.exe"),
        named("-rf"), named("--help"), named("a..b"), named("%2e%2e%2fetc%2fpasswd"), named("$(touch x);`id`|&.edi"),
        named("\"quoted\\\".edi"), named("   "), named("a@b@c@1"), named("1773000000000@tallis-surgical@orders.edi@1"),
        named("{\"json\":1}"), named(String(repeating: "n", count: 255)), named("Müller.edi"),
        named("Mu\u{308}ller.edi"),
        named([0x4D, 0xFC, 0x6C, 0x6C, 0x65, 0x72], as: "M\\xFCller"), named([0xC0, 0xAF, 0x61], as: "\\xC0\\xAFa"),
        named([0x61, 0xE2, 0x82], as: "a\\xE2\\x82"),
        named([UInt8](repeating: 0xFF, count: 255), as: String(repeating: "\\xFF", count: 255)),
        named("stand-in \u{F7E4}.edi", as: "stand-in \\xEF\\x9F\\xA4.edi"), named("NUL.edi"), named("con|x?*.edi"),
    ]

    static let hidden: [Thing] = [".edi", "...", "..edi", ".lock", "~lock.edi", "a.FILEPART", "a.edi.part", "a~"].map {
        name in
        Thing("the name \(name)", .passedOver) { _, drop in write(Order.interchange(number: 900), "\(drop)/\(name)") }
    }

    static let contents: [Thing] = [
        Thing("a hundred gigabytes of nothing", .left("`drop.largest`")) { _, drop in
            write("", "\(drop)/thing") && truncate("\(drop)/thing", 100 << 30) == 0
        },
        Thing("a megabyte of zeros", .held) { _, drop in
            write("", "\(drop)/thing") && truncate("\(drop)/thing", 1 << 20) == 0
        },
        Thing("nothing at all", .held) { _, drop in write("", "\(drop)/thing") },
        Thing("a program", .held) { _, drop in write("\u{7F}ELF#!/bin/sh\nrm -rf /\n", "\(drop)/thing") },
        Thing("another partner's interchange", .held) { _, drop in
            write(
                Order.interchange(number: 900, sender: "6145550142", code: "TALLISSURG").replacing(
                    "*ZZ*6145550142", with: "*12*6145550142"), "\(drop)/thing")
        },
        Thing("an interchange of our own", .held) { _, drop in
            write(
                Order.interchange(number: 900, sender: "990417263").replacing("*ZZ*990417263", with: "*01*990417263"),
                "\(drop)/thing")
        },
        Thing("an interchange of nobody", .held) { _, drop in
            write(Order.interchange(number: 900, sender: "NOBODY"), "\(drop)/thing")
        },
        Thing("a file that nobody may read", getuid() == 0 ? .taken("thing") : .left("Permission denied")) { _, drop in
            write(Order.interchange(number: 900), "\(drop)/thing") && chmod("\(drop)/thing", 0) == 0
        },
        Thing("an immutable file", .left("not permitted")) { _, drop in
            guard write(Order.interchange(number: 900), "\(drop)/thing") else { return false }
            return (try? immutable("\(drop)/thing", true)) == true
        },
    ]

    // MARK: - The tests

    static let things = links + hardLinks + special + names + hidden + contents

    @Test func `there are enough of them`() { #expect(Self.things.count + Self.exchanges.count >= 60) }

    @Test(arguments: things.indices)
    func `whatever lies in a drop is taken or left and told once, and the good file beside it is taken`(at: Int) throws
    {
        let thing = Self.things[at]
        let root = try TestRoot()
        try root.write(Self.secret, to: "secret.edi")
        try root.write(Self.secret, to: "drop/tallis-surgical/out/secret.edi")
        let path = root.url(Self.drop).path
        // Not every system lets us make devices, or files that nobody may move.
        guard try thing.put(root, path) else { return }
        defer { _ = try? Self.immutable("\(path)/thing", false) }
        try root.drop(Order.interchange(number: 501), as: "good.edi")
        var files: [FileReport] = []
        for _ in 1...3 { files += try root.run().files }
        #expect(files.filter { $0.name == "good.edi" && $0.documents == 1 }.count == 1, "\(thing.name)")
        let others = files.filter { $0.name != "good.edi" }
        let told = try root.ledger.remarks().filter { $0.kind == "untaken" && $0.subject.hasPrefix(Self.drop) }
        switch thing.fate {
        case .taken(let name):
            #expect(others.map(\.name) == [name], "\(thing.name)")
            #expect(others.first?.documents == 1)
            #expect(told.isEmpty, "\(thing.name): \(told)")
        case .held:
            #expect(others.count == 1 && others.first?.documents == 0, "\(thing.name): \(others)")
            #expect(try root.ledger.heldQuarantine().count == 1)
        case .left(let reason):
            #expect(others.isEmpty, "\(thing.name): \(others)")
            #expect(!told.isEmpty && told.allSatisfy { $0.detail.contains(reason) }, "\(thing.name): \(told)")
            #expect(Set(told.map(\.subject)).count == told.count, "\(thing.name) is told more than once")
            #expect(Set(try root.ledger.untakenFiles().map(\.path)).isSuperset(of: told.map(\.subject)))
        case .passedOver: #expect(others.isEmpty && told.isEmpty, "\(thing.name): \(others) \(told)")
        }
        try Self.expectSecrecy(root, thing.name)
    }

    /// Nothing of the secret is anywhere but where it was put, and answers go to the owner of the drop and name nobody
    /// else.
    private static func expectSecrecy(_ root: TestRoot, _ name: String) throws {
        #expect(try root.text("secret.edi") == secret, "\(name)")
        #expect(try root.text("drop/tallis-surgical/out/secret.edi") == secret, "\(name)")
        for folder in ["canonical", "quarantine", "outbox", "work", "drop/brightwater-clinics/ack"] {
            for path in FileManager.default.enumerator(atPath: root.url(folder).path)?.allObjects ?? [] {
                guard let text = try? root.text("\(folder)/\(path)") else { continue }
                #expect(!text.contains("PO-999"), "\(name): \(folder)/\(path)")
                #expect(!folder.hasSuffix("ack") || !text.contains("TALLIS") && !text.contains("6145550142"), "\(name)")
            }
        }
        #expect(try Trace.of("PO-999", in: root.ledger).matches.isEmpty, "\(name)")
        #expect(root.names("drop/tallis-surgical/ack").isEmpty, "\(name)")
    }

    // MARK: - Exchanged between look and claim

    /// What is done to `thing` when it has been looked at and not been claimed, and what comes of it in the end.
    static let exchanges: [Thing] = [
        Thing("exchanged for a link", .left("found a symbolic link")) { root, drop in
            unlink("\(drop)/thing") == 0 && symlink("\(root.path)/secret.edi", "\(drop)/thing") == 0
        },
        Thing("exchanged for a hard link", .left("2 names")) { root, drop in
            unlink("\(drop)/thing") == 0 && Glibc.link("\(root.path)/secret.edi", "\(drop)/thing") == 0
        },
        Thing("exchanged for a pipe", .left("a pipe")) { _, drop in
            unlink("\(drop)/thing") == 0 && mkfifo("\(drop)/thing", 0o666) == 0
        },
        Thing("exchanged for a folder", .left("found a folder")) { _, drop in
            unlink("\(drop)/thing") == 0 && mkdir("\(drop)/thing", 0o777) == 0
        },
        Thing("exchanged for another file", .taken("thing")) { _, drop in
            write(Order.interchange(number: 901), "\(drop)/.other") && rename("\(drop)/.other", "\(drop)/thing") == 0
        },
        Thing("given a second name", .left("2 names")) { _, drop in Glibc.link("\(drop)/thing", "\(drop)/.other") == 0
        },
        Thing("appended to", .taken("thing")) { _, drop in
            write(Order.interchange(number: 900) + Order.interchange(number: 901), "\(drop)/thing")
        },
        Thing("cut off", .held) { _, drop in truncate("\(drop)/thing", 200) == 0 },
        Thing("removed", .passedOver) { _, drop in unlink("\(drop)/thing") == 0 },
    ]

    @Test(arguments: exchanges.indices)
    func `what is exchanged between look and claim is looked at again`(at: Int) throws {
        let exchange = Self.exchanges[at]
        let root = try TestRoot()
        try root.write(Self.secret, to: "secret.edi")
        try root.drop(Order.interchange(number: 900), as: "thing")
        var isExchanged = false
        var failure: (any Error)?
        root.writers = { _ in
            // Asked when the file is open and has been looked at.
            if !isExchanged {
                isExchanged = true
                do { _ = try exchange.put(root, root.url(Self.drop).path) } catch { failure = error }
            }
            return .none
        }
        #expect(try root.run().files.isEmpty, "\(exchange.name)")
        #expect(failure == nil)
        #expect(root.names("work") == [".lock"])
        let second = try root.run()
        switch exchange.fate {
        case .taken(let name):
            #expect(second.files.map(\.name) == [name] && second.files[0].documents >= 1, "\(exchange.name)")
        case .held: #expect(second.files.first?.documents == 0 && second.files.first?.held == 1, "\(exchange.name)")
        case .left(let reason):
            #expect(second.ignored.contains { $0.reason.contains(reason) }, "\(exchange.name): \(second.ignored)")
        case .passedOver: #expect(second.files.isEmpty && second.ignored.isEmpty, "\(exchange.name)")
        }
        #expect(try Trace.of("PO-999", in: root.ledger).matches.isEmpty)
    }

    @Test(arguments: ["drop/brightwater-clinics", "drop/brightwater-clinics/in"])
    func `a drop that is a link is not entered, and told once`(path: String) throws {
        let root = try TestRoot()
        try FileManager.default.moveItem(at: root.url(path), to: root.url("elsewhere"))
        try FileManager.default.createSymbolicLink(at: root.url(path), withDestinationURL: root.url("elsewhere"))
        try root.write(Self.secret, to: path.hasSuffix("in") ? "elsewhere/secret.edi" : "elsewhere/in/secret.edi")
        for _ in 1...3 { #expect(try root.run().files.isEmpty) }
        #expect(try root.ledger.remarks().filter { $0.kind == "untaken" }.map(\.subject) == [Self.drop])
    }

    @Test func `a million odd things do not fill the ledger`() throws {
        let root = try TestRoot()
        for number in 1...2_000 { #expect(symlink("/etc/passwd", root.url("\(Self.drop)/\(number)").path) == 0) }
        try root.drop(Order.interchange())
        #expect(try root.run().files.count == 1)
        #expect(try root.run().files.isEmpty)
        #expect(try root.ledger.untakenFiles().count == 101)
        #expect(try root.ledger.remarks().filter { $0.kind == "untaken" }.count == 101)
    }

    // MARK: - Making things

    @discardableResult
    private static func write(_ text: String, _ path: String) -> Bool { write(text, bytes: Array(path.utf8)) }

    private static func write(_ text: String, bytes path: [UInt8]) -> Bool {
        let file = open((path + [0]).map { CChar(bitPattern: $0) }, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
        defer { close(file) }
        return Glibc.write(file, text, text.utf8.count) == text.utf8.count
    }

    /// Makes a file one that nobody may change or move, or an ordinary one again.
    @discardableResult
    private static func immutable(_ path: String, _ isOn: Bool) throws -> Bool {
        try Child.run("/usr/bin/chattr", [isOn ? "+i" : "-i", path]).status == 0
    }
}
