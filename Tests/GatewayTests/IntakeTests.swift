import Foundation
import Ledger
import Testing

@testable import Gateway

@Suite struct IntakeTests {
    @Test func `links, pipes and folders stay where they are and are reported`() throws {
        let root = try TestRoot()
        let drop = "drop/brightwater-clinics/in"
        try root.write(Order.interchange(), to: "secret.edi")
        try FileManager.default.createSymbolicLink(
            at: root.url("\(drop)/link.edi"), withDestinationURL: root.url("secret.edi"))
        try FileManager.default.createDirectory(at: root.url("\(drop)/folder.edi"), withIntermediateDirectories: false)
        #expect(mkfifo(root.url("\(drop)/pipe.edi").path, 0o600) == 0)
        let report = try root.run()
        #expect(report.files.isEmpty)
        #expect(
            report.ignored.map(\.reason) == [
                "expected a plain file, found a folder", "expected a plain file, found a symbolic link",
                "expected a plain file, found a pipe, socket or device",
            ])
        #expect(root.names(drop) == ["folder.edi", "link.edi", "pipe.edi"])
        let told = ["profile_version", "event", "untaken_file"]
        #expect(try root.ledger.counts().allSatisfy { $0.rows == 0 || told.contains($0.table) })
    }

    @Test(arguments: ["a.tmp", "a.PART", "a.edi.filepart", "a.partial", ".a.edi", "~a.edi"])
    func `a file under a name for unfinished ones is passed over in silence`(name: String) throws {
        let root = try TestRoot()
        try root.drop(Order.interchange(), as: name)
        let report = try root.run()
        #expect(report.files.isEmpty && report.ignored.isEmpty)
        #expect(root.names("drop/brightwater-clinics/in") == [name])
    }

    @Test func `files are worked oldest first, then by name`() throws {
        let root = try TestRoot()
        for (name, number, age) in [("c", 1, 30.0), ("b", 2, 10), ("a", 3, 10), ("d", 4, 20)] {
            try root.drop(Order.interchange(number: number), as: name)
            let date = Date(timeIntervalSince1970: 1_773_000_000 - age)
            try FileManager.default.setAttributes(
                [.modificationDate: date], ofItemAtPath: root.url("drop/brightwater-clinics/in/\(name)").path)
        }
        #expect(try root.run().files.map(\.name) == ["c", "d", "a", "b"])
    }

    @Test func `a drop folder that is a link is not followed`() throws {
        let root = try TestRoot()
        try root.remove("drop/brightwater-clinics/in")
        try FileManager.default.createDirectory(at: root.url("elsewhere"), withIntermediateDirectories: false)
        try root.write(Order.interchange(), to: "elsewhere/orders.edi")
        try FileManager.default.createSymbolicLink(
            at: root.url("drop/brightwater-clinics/in"), withDestinationURL: root.url("elsewhere"))
        let report = try root.run()
        #expect(report.files.isEmpty)
        #expect(report.ignored.map(\.path) == ["drop/brightwater-clinics/in"])
        #expect(root.names("elsewhere") == ["orders.edi"])
    }

    @Test func `names of any characters are worked and made safe`() throws {
        let root = try TestRoot()
        let names = ["Bestellung März (1).edi", "-rf", "a@b@c", "x;y|z$`&.edi", String(repeating: "n", count: 250)]
        for (index, name) in names.enumerated() { try root.drop(Order.interchange(number: index + 1), as: name) }
        let report = try root.run()
        #expect(Set(report.files.map(\.name)) == Set(names))
        #expect(report.files.allSatisfy { $0.documents == 1 })
    }

    @Test(arguments: [
        ("orders.edi", "orders.edi"), ("a/b", "a_b"), ("..", "_."), ("", "_"), (".hidden", "_hidden"),
        ("tab\tnew\nline", "tab_new_line"),
    ])
    func `a safe name has no character that means anything`(text: String, expected: String) {
        #expect(safeName(text) == expected)
    }

    @Test func `the name in work tells partner and file apart, whatever they contain`() throws {
        let waiting = WaitingFile(partner: "acme-corp.eu", folder: "", name: "a-b@c.edi", modified: 0, size: 0)
        let claimed = ClaimedFile(waiting, at: 17, ordinal: 3)
        #expect(ClaimedFile(workName: claimed.workName) == claimed)
        #expect(claimed.couldBe(partner: "acme-corp.eu", name: "a-b@c.edi", claimedAt: 17))
        #expect(!claimed.couldBe(partner: "acme", name: "a-b@c.edi", claimedAt: 17))
        #expect(ClaimedFile(workName: "notes.txt") == nil)
    }

    @Test func `a file from another volume is copied and then removed`() throws {
        let root = try TestRoot()
        try root.drop("content")
        let folder = try Folder.open(root.url("drop/brightwater-clinics/in").path)
        let work = try Folder.open(root.url("work").path)
        let intake = Intake(root: try Folder.open(root.path), work: work) { _ in false }
        try intake.copy(try folder.open("orders.edi"), from: folder, "orders.edi", as: "copied")
        #expect(try root.text("work/copied") == "content")
        #expect(root.names("drop/brightwater-clinics/in").isEmpty)
        #expect(root.names("work") == ["copied"])
    }
}
