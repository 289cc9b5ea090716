public import Commerce
public import X12

/// Is a file that the partner put into its cert folder, as our own reader, its profile and its guide see it.
public struct ReplyFile: Sendable {
    /// Its name.
    public var name: String
    /// Its interchanges.
    public var interchanges: [ReplyInterchange] = []
    /// What is wrong with the file as a whole, such as that it is no X12 or cannot be read, with what to do.
    public var problems: [ReplyProblem] = []

    /// Makes the entry of a file that holds no interchange that can be read.
    public init(name: String, problems: [ReplyProblem] = []) {
        self.name = name
        self.problems = problems
    }

    /// The orders in it.
    var orders: [PurchaseOrder] { interchanges.flatMap(\.sets).compactMap(\.order) }
}

/// Says what is wrong, where, and what to do.
public struct ReplyProblem: Sendable, Hashable {
    /// What was found, and where.
    public var text: String
    /// What to do about it.
    public var remedy: String

    /// Makes a problem.
    public init(_ text: String, remedy: String) {
        self.text = text
        self.remedy = remedy
    }
}

/// Is one interchange of a reply.
public struct ReplyInterchange: Sendable {
    /// The file it stands in.
    public var file: String
    /// ISA13.
    public var controlNumber = ""
    /// The digest of its bytes from ISA through IEA.
    public var digest = ""
    /// Whether it is one of our own, to the partner.
    public var isOurs = false
    /// Whether its envelope was accepted, and with what note code (TA105).
    public var isAccepted = true
    /// TA105 of the TA1 that answers it.
    public var noteCode = ""
    /// What is wrong with its envelope and groups.
    public var problems: [ReplyProblem] = []
    /// What is worth knowing and refuses nothing.
    public var remarks: [ReplyProblem] = []
    /// Its sets.
    public var sets: [ReplySet] = []
    /// The TA1s in it.
    public var interchangeAnswers: [ReceivedInterchangeAnswer] = []
    /// The acknowledgments that we give it, without control numbers of the business.
    public var acknowledgments: [[UInt8]] = []
    /// Its text, to look for numbers in what could not be read; no more than the first part.
    var text: [UInt8] = []

    init(file: String) { self.file = file }
}

/// Is one set of a reply.
public struct ReplySet: Sendable {
    /// ST01.
    public var set: String
    /// ST02.
    public var controlNumber: String
    /// The file and ISA13 it came in, for people.
    public var origin = ""
    /// ISA13 of its interchange as a number: the greater is the later.
    var rank = 0
    /// What refuses or holds it: errors, and business rules that are more than notes.
    public var problems: [ReplyProblem] = []
    /// The warnings on it, which do not refuse it.
    public var remarks: [ReplyProblem] = []
    /// What it says about a group of ours, of a 997 or 999.
    public var answer: ReceivedGroupAnswer?
    /// What it says of orders.
    public var facts: DocumentFacts?
    /// The order, of an 850.
    public var order: PurchaseOrder?
    /// The answer to an order, of an 855.
    public var acknowledgment: OrderAcknowledgment?
    /// The ship notice, of an 856.
    public var notice: ShipNotice?
    /// The invoice, of an 810.
    public var invoice: Invoice?
    /// The scenario that its file names; nil for one that names none.
    var named: Scenario?

    init(set: String, controlNumber: String) {
        self.set = set
        self.controlNumber = controlNumber
    }

    /// The business number: a document sent again under it stands for the one before.
    var number: String {
        (order?.head ?? acknowledgment?.head ?? notice?.head ?? invoice?.head)?.number.string ?? ""
    }
}
