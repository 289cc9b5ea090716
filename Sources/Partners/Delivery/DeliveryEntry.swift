package import Commerce

/// A rule of delivery as a profile or the settings of a root have it.
package struct DeliveryEntry: JSONObject {
    var of: [Text] = []
    var to = Text()
    var also: Bool?
    var folder = Text()
    var file = Text()
    var command: [Text] = []
    var shell: Bool?
    var temporary: [Text] = []
    var refusing: [Text] = []
    var url = Text()
    var contentType = Text()
    var headers: [NamedText] = []
    var secret: SecretEntry?
    var token: SecretEntry?
    var host = Text()
    var port: Int?
    var user = Text()
    var keyFile = Text()
    var knownHosts = Text()
    var timeout: Text = "30s"
    var ordered: Bool?
    var parallel: Int?
    var retry = RetryEntry()
    var breaker = BreakerEntry()

    package init() {}

    package mutating func code(_ json: inout some JSONCoding) {
        json.field("of", &of)
        json.field("to", &to)
        json.field("also", &also)
        json.field("folder", &folder)
        json.field("file", &file)
        json.field("command", &command)
        json.field("shell", &shell)
        json.field("temporary", &temporary)
        json.field("refusing", &refusing)
        json.field("url", &url)
        json.field("contentType", &contentType)
        json.field("headers", &headers)
        json.field("secret", &secret)
        json.field("token", &token)
        json.field("host", &host)
        json.field("port", &port)
        json.field("user", &user)
        json.field("keyFile", &keyFile)
        json.field("knownHosts", &knownHosts)
        json.field("timeout", &timeout)
        json.field("ordered", &ordered)
        json.field("parallel", &parallel)
        json.field("retry", &retry)
        json.field("breaker", &breaker)
    }

    /// Where a secret is found.
    struct SecretEntry: JSONObject {
        var file = Text()
        var environment = Text()

        mutating func code(_ json: inout some JSONCoding) {
            json.field("file", &file)
            json.field("environment", &environment)
        }
    }

    struct RetryEntry: JSONObject {
        var attempts: Int?
        var first: Text = "30s"
        var most: Text = "6h"

        mutating func code(_ json: inout some JSONCoding) {
            json.field("attempts", &attempts)
            json.field("first", &first)
            json.field("most", &most)
        }
    }

    struct BreakerEntry: JSONObject {
        var failures: Int?
        var pause: Text = "30s"

        mutating func code(_ json: inout some JSONCoding) {
            json.field("failures", &failures)
            json.field("pause", &pause)
        }
    }

    /// The members that belong to a way, which no other way has.
    func writtenMembers() -> Set<String> {
        var written: Set<String> = []
        for (name, isWritten) in [
            ("folder", !folder.isEmpty), ("file", !file.isEmpty), ("command", !command.isEmpty),
            ("shell", shell != nil), ("temporary", !temporary.isEmpty), ("refusing", !refusing.isEmpty),
            ("url", !url.isEmpty), ("contentType", !contentType.isEmpty), ("headers", !headers.isEmpty),
            ("secret", secret != nil), ("token", token != nil), ("host", !host.isEmpty), ("port", port != nil),
            ("user", !user.isEmpty), ("keyFile", !keyFile.isEmpty), ("knownHosts", !knownHosts.isEmpty),
        ] where isWritten { written.insert(name) }
        return written
    }
}
