import CLinux
import Glibc
import Synchronization

/// libcurl, opened when something is first posted.
///
/// Its numbers are part of its binary interface, which has been the same since libcurl.so.4.
struct Curl: Sendable {
    private typealias Making = @convention(c) () -> UnsafeMutableRawPointer?
    private typealias Ending = @convention(c) (UnsafeMutableRawPointer?) -> Void
    private typealias Performing = @convention(c) (UnsafeMutableRawPointer?) -> Int32
    private typealias Explaining = @convention(c) (Int32) -> UnsafePointer<CChar>?
    private typealias Starting = @convention(c) (Int) -> Int32
    private typealias Adding =
        @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>) -> UnsafeMutableRawPointer?

    private let make: Making
    private let end: Ending
    private let clear: Ending
    private let perform: Performing
    private let explain: Explaining
    private let add: Adding
    private let endList: Ending
    /// Addresses of functions, which any thread may call.
    private nonisolated(unsafe) let setopt: UnsafeMutableRawPointer
    private nonisolated(unsafe) let getinfo: UnsafeMutableRawPointer

    /// The library; nil where it is not installed.
    static let shared: Curl? = ["libcurl.so.4", "libcurl-gnutls.so.4"].lazy.compactMap { Curl($0) }.first

    private init?(_ name: String) {
        guard let library = dlopen(name, RTLD_NOW | RTLD_LOCAL) else { return nil }
        func symbol<F>(_ name: String, as type: F.Type) -> F? {
            dlsym(library, name).map { unsafeBitCast($0, to: type) }
        }
        guard let start = symbol("curl_global_init", as: Starting.self), start(3) == 0,
            let make = symbol("curl_easy_init", as: Making.self),
            let end = symbol("curl_easy_cleanup", as: Ending.self),
            let clear = symbol("curl_easy_reset", as: Ending.self),
            let perform = symbol("curl_easy_perform", as: Performing.self),
            let explain = symbol("curl_easy_strerror", as: Explaining.self),
            let add = symbol("curl_slist_append", as: Adding.self),
            let endList = symbol("curl_slist_free_all", as: Ending.self),
            let setopt = dlsym(library, "curl_easy_setopt"),
            let getinfo = dlsym(library, "curl_easy_getinfo")
        else { return nil }
        (self.make, self.end, self.clear, self.perform, self.explain) = (make, end, clear, perform, explain)
        (self.add, self.endList, self.setopt, self.getinfo) = (add, endList, setopt, getinfo)
    }

    /// What a server answered.
    struct Answer {
        /// The HTTP status; 0 when there was no answer.
        var status = 0
        /// Why there was no answer; empty when there was one.
        var fault = ""
        /// The header fields of the last answer, a line each.
        var headers = ""
        /// The beginning of what it said.
        var body = ""
    }

    /// Of an answer's header and body this many bytes are kept.
    private static let mostKept = 8_192

    /// A connection that is kept open between requests.
    final class Handle: @unchecked Sendable {
        // One thread has it at a time: who takes it from the shelf.
        fileprivate let pointer: UnsafeMutableRawPointer
        private let end: Ending

        fileprivate init?(_ curl: Curl) {
            guard let pointer = curl.make() else { return nil }
            self.pointer = pointer
            end = curl.end
        }

        deinit { end(pointer) }
    }

    func handle() -> Handle? { Handle(self) }

    /// Posts bytes and waits for the answer.
    func post(
        _ bytes: [UInt8], to url: String, headers: [String], timeout: Int, over handle: Handle,
        isStopped: @escaping @Sendable () -> Bool
    ) -> Answer {
        let easy = handle.pointer
        // Forgets what was set and keeps the connection.
        clear(easy)
        var list: UnsafeMutableRawPointer?
        for header in headers { list = add(list, header) ?? list }
        defer { endList(list) }
        let kept = Kept()
        let context = Unmanaged.passUnretained(kept).toOpaque()
        var result: Int32 = 0
        withExtendedLifetime(kept) {
            bytes.withUnsafeBytes { body in
                url.withCString { _ = edigate_curl_set_pointer(setopt, easy, Option.url, $0) }
                _ = edigate_curl_set_number(setopt, easy, Option.post, 1)
                _ = edigate_curl_set_large(setopt, easy, Option.bodySize, Int64(body.count))
                // Without bytes the pointer is nil, which would make libcurl ask for them.
                "".withCString { none in
                    _ = edigate_curl_set_pointer(
                        setopt, easy, Option.body, body.baseAddress ?? UnsafeRawPointer(none))
                    _ = edigate_curl_set_pointer(setopt, easy, Option.headers, list)
                    _ = edigate_curl_set_number(setopt, easy, Option.noSignal, 1)
                    _ = edigate_curl_set_number(setopt, easy, Option.timeout, timeout)
                    _ = edigate_curl_set_number(setopt, easy, Option.connectTimeout, min(timeout, 15))
                    _ = edigate_curl_set_receiver(setopt, easy, Option.receiver, Kept.body)
                    _ = edigate_curl_set_pointer(setopt, easy, Option.receiverContext, context)
                    _ = edigate_curl_set_receiver(setopt, easy, Option.headerReceiver, Kept.header)
                    _ = edigate_curl_set_pointer(setopt, easy, Option.headerContext, context)
                    result = perform(easy)
                }
            }
        }
        guard result == 0 else {
            return Answer(fault: explain(result).map { String(cString: $0) } ?? "libcurl error \(result)")
        }
        var status = 0
        _ = edigate_curl_get_number(getinfo, easy, Option.status, &status)
        return Answer(status: status, headers: kept.headers.text, body: kept.said.text)
    }

    private enum Option {
        static let timeout: Int32 = 13
        static let post: Int32 = 47
        static let connectTimeout: Int32 = 78
        static let noSignal: Int32 = 99
        static let receiverContext: Int32 = 10_001
        static let url: Int32 = 10_002
        static let body: Int32 = 10_015
        static let headers: Int32 = 10_023
        static let headerContext: Int32 = 10_029
        static let receiver: Int32 = 20_011
        static let headerReceiver: Int32 = 20_079
        static let bodySize: Int32 = 30_120
        static let status: Int32 = 0x20_0002
    }

    /// What is kept of an answer.
    private final class Kept {
        var headers = Head(Curl.mostKept)
        var said = Head(Curl.mostKept)

        static let body: edigate_curl_receiver = { bytes, size, count, context in
            Kept.take(bytes, size, count, context) { $0.said.append($1) }
        }

        static let header: edigate_curl_receiver = { bytes, size, count, context in
            Kept.take(bytes, size, count, context) { $0.headers.append($1) }
        }

        private static func take(
            _ bytes: UnsafeMutablePointer<CChar>?, _ size: UInt, _ count: UInt, _ context: UnsafeMutableRawPointer?,
            _ body: (Kept, UnsafeRawBufferPointer) -> Void
        ) -> UInt {
            guard let context, let bytes else { return 0 }
            let kept = Unmanaged<Kept>.fromOpaque(context).takeUnretainedValue()
            body(kept, UnsafeRawBufferPointer(start: bytes, count: Int(size * count)))
            return size * count
        }
    }

    /// The beginning of what somebody says.
    private struct Head {
        private var bytes: [UInt8] = []
        private let most: Int

        init(_ most: Int) { self.most = most }

        mutating func append(_ more: UnsafeRawBufferPointer) { bytes += more.prefix(max(0, most - bytes.count)) }

        var text: String { String(decoding: bytes, as: UTF8.self) }
    }
}
