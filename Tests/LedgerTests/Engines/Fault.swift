/// Is a law that an engine breaks.
enum Fault: String, Sendable, CaseIterable {
    case narrowsNumbers = "keeps 32 bits of a number"
    case cutsTexts = "cuts a text at U+0000"
    case dropsBytes = "drops the last byte"
    case mistakesEmpty = "takes an empty text for nothing"
    case foldsCase = "compares texts without their case"
    case convertsTexts = "makes a number of any text"

    case keepsRolledBack = "keeps what is rolled back"
    case commitsLate = "says that it has committed before it has"
    case commitsEach = "commits each statement by itself"
    case locksLate = "takes the right to write at the first row"
    case keepsParts = "keeps a part that is undone"
    case endsOnRefusal = "undoes the transaction when a row is refused"
    case blocksReaders = "lets nobody read while one writes"
    case keepsUnfinished = "commits what is open when it is closed"

    case swallowsRefusals = "passes over a row that is refused"
    case followsNothing = "does not look where a row refers to"
    case namesAlike = "has one name for all errors"
    case losesTriggers = "lets events be changed"

    case countsNothing = "does not count the rows that it changed"
    case ignoresConflicts = "leaves a row as it is where another has its key"
    case keepsRowsBack = "gives no rows of a statement that writes"
    case repeatsIDs = "gives each row the same id"
    case runsOneStatement = "runs one statement at a time"
    case staysBroken = "cannot run a statement again that was broken off"

    case hidesFaults = "finds no fault"
    case forgetsTable = "has a table too few"
    case copiesUncommitted = "copies what the writer has not committed"
    case replacesCopies = "replaces what lies where a copy goes"
    case staysOpen = "works on when it is closed"
    case opensAnything = "opens what is not its own"
    case readsNoJSON = "cannot look into documents"

    /// The checks that must find it.
    var breaks: [String] {
        switch self {
        case .narrowsNumbers: ["numbers come back as they went"]
        case .cutsTexts: ["texts come back as they went"]
        case .dropsBytes: ["bytes come back as they went"]
        case .mistakesEmpty: ["nothing comes back as nothing, and an empty text does not"]
        case .foldsCase: ["texts stand in the order of their bytes"]
        case .convertsTexts: ["a column of another type is called corrupt"]
        case .keepsRolledBack: ["what is rolled back leaves nothing"]
        case .commitsLate: ["what was committed is there after a kill, and nothing else is"]
        case .commitsEach:
            [
                "what is rolled back leaves nothing", "what was committed is there after a kill, and nothing else is",
                "a reader sees what was committed and nothing else, while a writer works",
            ]
        case .locksLate: ["a second writer is refused when it begins, and let in after"]
        case .keepsParts: ["a part is undone by itself"]
        case .endsOnRefusal: ["a row that is refused undoes nothing but itself"]
        case .blocksReaders: ["a reader sees what was committed and nothing else, while a writer works"]
        case .keepsUnfinished: ["what is not committed when it is closed is undone"]
        case .swallowsRefusals:
            [
                "a row of a key that is there is refused as duplicate",
                "a row that breaks a rule of its table is refused as constraint",
            ]
        case .followsNothing: ["a row that refers to nothing is refused as orphan"]
        case .namesAlike:
            [
                "a row of a key that is there is refused as duplicate",
                "a row that refers to nothing is refused as orphan",
                "a row that breaks a rule of its table is refused as constraint",
                "a full disk is told as such, undoes the transaction, and is over when there is room",
                "a disk that fails is told as such and loses nothing",
                "a database that may not be written is told as such and read on",
                "a second writer is refused when it begins, and let in after",
            ]
        case .losesTriggers: ["an event is never changed and never deleted"]
        case .countsNothing: ["it is told how many rows a statement changed"]
        case .ignoresConflicts: ["a row goes in the place of what has its key"]
        case .keepsRowsBack: ["a statement gives back what it wrote and what it deleted"]
        case .repeatsIDs: ["a new row has an id above all others"]
        case .runsOneStatement: ["statements are run within the rows of another, and of themselves"]
        case .staysBroken: ["a statement that was broken off can be run again"]
        case .hidesFaults: ["a reference to nothing is found"]
        case .forgetsTable: ["it has the tables of the ledger"]
        case .copiesUncommitted: ["a copy is what was committed, while a writer works"]
        case .replacesCopies: ["a copy is what was committed, while a writer works"]
        case .staysOpen: ["what was closed is found when it is opened again"]
        case .opensAnything:
            [
                "a database of a newer program is refused and left alone",
                "a database of another program is refused and left alone",
            ]
        case .readsNoJSON: ["the use of crosswalks is counted in documents"]
        }
    }
}
