import Commerce
import Exchange
import Partners
import Synchronization

/// Posts documents to a web server.
///
/// `Idempotency-Key` is the same in every attempt of a delivery. `Edigate-Signature` is `t=SECONDS,v1=HEX`: the
/// HMAC-SHA256 of the seconds, a full stop and the body under the secret, so that a recorded request cannot be sent again
/// much later.
struct WebhookCourier: Courier {
    let webhook: DeliveryRule.Webhook
    /// Seconds since 1970 UTC.
    let now: Int64

    /// Connections that are open and idle, by server.
    private static let shelf = Mutex<[String: [Curl.Handle]]>([:])
    private static let mostIdle = 16
    /// A server that asks for more time than this is asked again after it, in seconds.
    private static let longestPause: Int64 = 86_400

    func carry(_ consignment: Consignment, isStopped: @escaping @Sendable () -> Bool) -> AttemptResult {
        guard let curl = Curl.shared else {
            return .failed("there is no libcurl.so.4: apt-get install libcurl4 (libcurl4t64 in Debian 13)")
        }
        let headers: [String]
        do throws(GatewayError) { headers = try self.headers(consignment) } catch { return .failed(error.reason) }
        let origin = webhook.url.origin
        guard let handle = Self.shelf.withLock({ $0[origin]?.popLast() }) ?? curl.handle() else {
            return .failed("libcurl has no memory")
        }
        let answer = curl.post(
            consignment.bytes, to: webhook.url.text, headers: headers, timeout: consignment.rule.timeout, over: handle,
            isStopped: isStopped)
        Self.shelf.withLock { shelf in
            if shelf[origin, default: []].count < Self.mostIdle { shelf[origin, default: []].append(handle) }
        }
        return Self.result(answer, now: now)
    }

    private func headers(_ consignment: Consignment) throws(GatewayError) -> [String] {
        let facts = consignment.facts
        var headers = [
            "Content-Type: \(webhook.contentType.isEmpty ? consignment.mediaType : webhook.contentType)",
            "Idempotency-Key: \(consignment.key)", "User-Agent: edigate",
            "Edigate-Attempt: \(consignment.attempt)",
            // A server that does not answer `100 Continue` would cost a second for each document.
            "Expect:",
        ]
        for (name, value) in [
            ("What", consignment.what), ("Kind", facts.kind), ("Number", facts.number), ("Partner", facts.partner),
            ("Control-Number", facts.controlNumber), ("Id", facts.id),
        ] where !value.isEmpty { headers.append("Edigate-\(name): \(Self.plain(value))") }
        headers += webhook.headers.map { "\($0.name): \($0.value)" }
        if let token = webhook.token {
            headers.append(
                "Authorization: Bearer \(Self.plain(String(decoding: try token.read(in: consignment), as: UTF8.self)))")
        }
        if let secret = webhook.secret {
            let signature = Self.signature(of: consignment.bytes, at: now, key: try secret.read(in: consignment))
            headers.append("Edigate-Signature: \(signature)")
        }
        return headers
    }

    /// The signature of a body at a moment.
    static func signature(of body: [UInt8], at seconds: Int64, key: [UInt8]) -> String {
        "t=\(seconds),v1=\(SHA256.authentication(of: Array("\(seconds).".utf8) + body, key: key).hex)"
    }

    /// A value that came from outside must not begin a header of its own.
    private static func plain(_ value: String) -> String {
        String(String.UnicodeScalarView(value.unicodeScalars.map { (0x20...0x7E).contains($0.value) ? $0 : "?" }))
    }

    static func result(_ answer: Curl.Answer, now: Int64) -> AttemptResult {
        guard answer.fault.isEmpty else { return .failed(answer.fault) }
        let status = String(answer.status)
        let said = Tail.words(answer.body, longest: 500)
        let detail = "HTTP \(status)" + (said.isEmpty ? "" : ": \(said)")
        switch answer.status {
        case 200..<300: return AttemptResult(fate: .delivered(as: nil), status: status)
        case 408, 425, 429, 500..<600:
            return AttemptResult(
                fate: .failed(after: retryAfter(answer.headers, now: now).map { $0 * 1_000 }), status: status,
                detail: detail)
        case 300..<400:
            // Somebody moved the server: a person must look whether it is still ours.
            return AttemptResult(fate: .refused, status: status, detail: "\(detail): redirections are not followed")
        default: return AttemptResult(fate: .refused, status: status, detail: detail)
        }
    }

    /// The seconds of a header `Retry-After` (RFC 9110, 10.2.3), which is a number or a date; nil where there is none.
    static func retryAfter(_ headers: String, now: Int64) -> Int64? {
        for line in headers.split(whereSeparator: \.isNewline) where line.lowercased().hasPrefix("retry-after:") {
            let value = line.dropFirst("retry-after:".count).drop(while: \.isWhitespace)
            let seconds = Int64(String(value)) ?? moment(value).map { $0 - now }
            return seconds.map { min(max($0, 0), longestPause) }
        }
        return nil
    }

    /// `Wed, 21 Oct 2026 07:28:00 GMT` in seconds since 1970.
    private static func moment(_ text: Substring) -> Int64? {
        let words = text.split(separator: " ")
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard words.count >= 5, let day = Int(words[1]), let month = months.firstIndex(of: String(words[2])),
            let year = Int(words[3]), let date = CalendarDate(year: year, month: month + 1, day: day)
        else { return nil }
        let clock = words[4].split(separator: ":").compactMap { Int64($0) }
        guard clock.count == 3 else { return nil }
        return Int64(date.dayNumber) * 86_400 + clock[0] * 3_600 + clock[1] * 60 + clock[2]
    }
}
