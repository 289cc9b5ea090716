import Foundation
import ProgramTestSupport

/// A real web server in a process of its own, which writes down what it is sent and answers as it is told.
package final class WebReceiver {
    /// Whether there is a python3 to run it.
    package static let isAvailable = ["/usr/bin", "/usr/local/bin", "/root/.pyenv/shims", "/bin"].contains {
        FileManager.default.isExecutableFile(atPath: "\($0)/python3")
    }

    package struct Request: Decodable {
        package var path: String
        package var headers: [String: String]
        package var body: String

        package subscript(header: String) -> String? { headers[header.lowercased()] }
    }

    package let url: String
    private let folder: URL
    private let process: Child

    private static let program = """
        import http.server, json, os, sys, threading, time
        folder = sys.argv[1]
        lock = threading.Lock()
        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                entry = {"path": self.path, "body": body.decode(), "headers": {k.lower(): v for k, v in self.headers.items()}}
                with lock:
                    try:
                        with open(folder + "/plan") as f: plan = f.read().split("\\n")
                    except FileNotFoundError: plan = [""]
                    answer, rest = plan[0], plan[1:]
                    if rest:
                        with open(folder + "/plan", "w") as f: f.write("\\n".join(rest))
                    with open(folder + "/requests", "a") as f: f.write(json.dumps(entry) + "\\n"); f.flush()
                words = answer.split("|")
                if words[0] == "hang":
                    time.sleep(30)
                    return
                said = words[2].encode() if len(words) > 2 else b""
                self.send_response(int(words[0] or "200"))
                if len(words) > 1 and words[1]: self.send_header(*words[1].split(": ", 1))
                self.send_header("Content-Length", str(len(said)))
                self.end_headers()
                self.wfile.write(said)
            def log_message(self, *args): pass
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        # It ends as soon as nobody holds the other end of its input any more, however the tests end.
        threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
        print(server.server_address[1], flush=True)
        server.serve_forever()
        """

    package init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "edigate-web-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        process = try Child(
            "/usr/bin/env", ["python3", "-c", Self.program, folder.path], input: .life, output: .read, errors: .dropped)
        guard let port = try process.output.line() else { throw Child.Failure("the web server does not start") }
        url = "http://127.0.0.1:\(port)"
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// What it answers to the next requests, in order, each `STATUS|HEADER: VALUE|BODY`; the last one for ever.
    package func answer(_ answers: String...) throws {
        try Data(answers.joined(separator: "\n").utf8).write(to: folder.appending(path: "plan"))
    }

    /// What it was sent, in order.
    package func requests() throws -> [Request] {
        guard let data = try? Data(contentsOf: folder.appending(path: "requests")) else { return [] }
        return try data.split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(Request.self, from: $0) }
    }
}
