import Commerce
import Ledger
import X12

/// Follows a key through the ledger, each row once.
struct TraceFollower {
    let ledger: Ledger
    let limit: Int
    private(set) var trace: Trace
    private var arrivals: Set<Int> = []
    private var interchanges: Set<Int> = []
    private var wholeInterchanges: Set<Int> = []
    private var sets: Set<Int> = []
    private var documents: Set<String> = []
    private var quarantine: Set<Int> = []

    init(key: String, ledger: Ledger, limit: Int) {
        self.ledger = ledger
        self.limit = limit
        trace = Trace(key: key)
    }

    /// The trace with its steps in order.
    func finish() -> Trace {
        var trace = trace
        trace.steps.sort { ($0.at, $0.rank) < ($1.at, $1.rank) }
        return trace
    }

    private mutating func match(_ kind: String, _ subject: String) {
        let match = Trace.Match(kind: kind, subject: subject)
        if !trace.matches.contains(match) { trace.matches.append(match) }
    }

    mutating func step(_ at: Int64, _ rank: Int, _ kind: String, _ subject: String, _ detail: String) {
        trace.steps.append(Trace.Step(at: at, kind: kind, subject: subject, detail: detail, rank: rank))
    }

    /// Whether one more of something may be followed.
    private mutating func hasRoom(_ count: Int) -> Bool {
        if count >= limit { trace.isCut = true }
        return count < limit
    }
}

// MARK: - Searching

extension TraceFollower {
    mutating func search() throws(LedgerError) {
        let key = DocumentKey.normal(trace.key)
        let exact = trace.key
        for id in Set([exact, exact.lowercased()]).sorted() {
            guard let document = try ledger.heading(ofDocument: id) else { continue }
            match("document", document.id)
            try follow(document)
        }
        for value in Self.variants(of: key) {
            let found = try ledger.documents(keyed: value, limit: limit + 1)
            if found.count > limit { trace.isCut = true }
            for document in found.prefix(limit) {
                match(document.kind, Self.name(document.heading))
                try follow(document.heading)
            }
        }
        // Documents of kinds that name no keys are found by their number.
        for heading in try ledger.documents(number: exact, limit: limit) where !documents.contains(heading.id) {
            match("number", Self.name(heading))
            try follow(heading)
        }
        if let arrival = try Correlation.arrival(exact, in: ledger) {
            match("correlation", "\(arrival.folder)/\(arrival.fileName)")
            try followAll(of: arrival)
        }
        try searchControlNumbers(exact)
        try searchFiles(exact)
    }

    /// An SSCC is kept without its application identifier 00.
    private static func variants(of key: String) -> [String] {
        key.utf8.count == 20 && key.hasPrefix("00") ? [key, String(key.dropFirst(2))] : [key]
    }

    private mutating func searchControlNumbers(_ key: String) throws(LedgerError) {
        guard !key.isEmpty, key.utf8.count <= 9, let number = Int(key), number > 0 else { return }
        let padded = InterchangeWriter.filled(number, 9)
        for interchange in try ledger.interchanges(controlNumber: padded).prefix(limit) {
            match("control-number", Self.name(interchange))
            try follow(interchange, whole: true)
        }
        for answer in try ledger.acknowledgments(controlNumber: padded, limit: limit) {
            match("acknowledgment", "\(answer.kind.rawValue) \(answer.controlNumber)")
            if let interchange = try ledger.interchange(answer.interchangeID) { try follow(interchange, whole: true) }
        }
        for written in Set([key, String(number)]).sorted() {
            for group in try ledger.groups(controlNumber: written, limit: limit) {
                match("group-number", "group \(group.code) \(group.controlNumber)")
                if let interchange = try ledger.interchange(group.interchangeID) {
                    try follow(interchange, whole: true)
                }
            }
        }
    }

    private mutating func searchFiles(_ key: String) throws(LedgerError) {
        let name = key.split(separator: "/").last.map(String.init) ?? key
        for arrival in try ledger.arrivals(fileName: name, limit: limit) {
            match("file", "\(arrival.folder)/\(arrival.fileName)")
            try followAll(of: arrival)
        }
        for delivery in try ledger.deliveries(fileName: name, limit: limit) {
            match("file", "\(delivery.folder)/\(delivery.fileName)")
            switch delivery.kind {
            case .document:
                if let document = try ledger.heading(ofDocument: delivery.reference) { try follow(document) }
            case .acknowledgment:
                guard let id = Int(delivery.reference), let answer = try ledger.acknowledgment(id) else { continue }
                if let of = try ledger.interchange(answer.interchangeID) { try follow(of, whole: true) }
            case .interchange:
                if let id = Int(delivery.reference), let sent = try ledger.interchange(id) {
                    try follow(sent, whole: true)
                }
            case .quarantine:
                if let id = Int(delivery.reference), let row = try ledger.quarantine(id) { try tell(row) }
            }
        }
    }
}

// MARK: - Following

extension TraceFollower {
    private mutating func followAll(of arrival: Ledger.Recorded<Ledger.Arrival>) throws(LedgerError) {
        try follow(arrival)
        for interchange in try ledger.interchanges(ofArrival: arrival.id).prefix(limit) {
            try follow(interchange, whole: true)
        }
    }

    private mutating func follow(_ document: Ledger.DocumentHeading) throws(LedgerError) {
        guard !documents.contains(document.id), hasRoom(documents.count) else { return }
        documents.insert(document.id)
        trace.documents.append(document)
        if let id = document.interchangeID, let interchange = try ledger.interchange(id) {
            try follow(interchange, whole: false)
        }
        if let id = document.setID { try follow(set: id) }
        if document.direction == .outgoing {
            for sent in try ledger.sentSets(ofDocument: document.id) where sent.setID != document.setID {
                if let interchange = try ledger.interchange(sent.interchangeID) {
                    try follow(interchange, whole: false)
                }
                try follow(set: sent.setID)
            }
        }
        try tell(document)
    }

    private mutating func follow(
        _ interchange: Ledger.Recorded<Ledger.Interchange>, whole: Bool
    ) throws(LedgerError) {
        if !interchanges.contains(interchange.id) {
            guard hasRoom(interchanges.count) else { return }
            interchanges.insert(interchange.id)
            if let id = interchange.arrivalID, let arrival = try ledger.arrival(id) { try follow(arrival) }
            try tell(interchange)
        }
        guard whole, wholeInterchanges.insert(interchange.id).inserted else { return }
        for document in try ledger.documents(ofInterchange: interchange.id) { try follow(document) }
        for set in try ledger.sets(ofInterchange: interchange.id) where !sets.contains(set.id) {
            guard hasRoom(sets.count) else { return }
            try follow(set: set.id)
        }
    }

    private mutating func follow(_ arrival: Ledger.Recorded<Ledger.Arrival>) throws(LedgerError) {
        guard arrivals.insert(arrival.id).inserted else { return }
        try tell(arrival)
    }

    private mutating func follow(set id: Int) throws(LedgerError) {
        guard sets.insert(id).inserted, let set = try ledger.transactionSet(id) else { return }
        try tell(set)
    }

    /// Tells of a quarantine row once.
    mutating func tell(_ row: Ledger.Recorded<Ledger.Quarantine>) throws(LedgerError) {
        guard quarantine.insert(row.id).inserted else { return }
        step(
            row.createdAt, 6, "held", "quarantine \(row.id)",
            "\(row.reason): \(row.explanation.split(separator: "\n").first ?? "")")
        for patch in try ledger.patches(ofQuarantine: row.id) {
            step(
                patch.at, 7, "changed", "quarantine \(row.id)",
                "\(patch.place) \"\(patch.old)\" became \"\(patch.new)\" by \(patch.who): \(patch.why)")
        }
        guard let time = row.releasedAt else { return }
        step(
            time, 7, row.outcome?.rawValue ?? "let go", "quarantine \(row.id)",
            "by \(row.releasedBy ?? "–"): \(row.releasedBecause ?? "–")")
    }
}
