import InterchangeTestSupport
import X12

extension Breaker {
    mutating func breakEnvelope(_ rule: RuleBreak, _ specimen: Specimen) -> Broken? {
        var broken = Broken(specimen: specimen)
        func at(_ segment: String, _ element: Int, _ ordinal: Int = 0) {
            broken.segment = segment
            broken.element = element
            broken.ordinal = ordinal
        }
        switch rule {
        case .trailerNumber:
            broken.specimen.sets[0].trailer?[1] = "0099"
            at("SE", 2)
        case .trailerCount:
            let count = specimen.sets[0].body.count + 2
            broken.specimen.sets[0].trailer?[0] = pick([String(count + 1), String(count - 1), "999999", "X"]) ?? "0"
            at("SE", 1)
        case .trailerMissing:
            broken.specimen.sets[0].trailer = nil
            at("SE", 0)
        case .setNumberTwice:
            // The second set is the one refused.
            broken.specimen.sets.append(specimen.sets[0])
            broken.specimen.groupTrailer?[0] = "2"
            broken.set = 1
            at("ST", 2)
        case .setNumberShort:
            let number = pick(["1", "12", "123"]) ?? "1"
            broken.specimen.sets[0].header[1] = number
            broken.specimen.sets[0].trailer?[1] = number
            at("ST", 2)
        case .setUnknown:
            broken.specimen.sets[0].header[0] = "998"
            at("ST", 1, 1)
        default: return breakGroup(rule, specimen) ?? breakInterchange(rule, specimen)
        }
        return broken
    }

    private mutating func breakGroup(_ rule: RuleBreak, _ specimen: Specimen) -> Broken? {
        var broken = Broken(specimen: specimen)
        switch rule {
        case .groupTrailerNumber:
            broken.specimen.groupTrailer?[1] = "32"
            (broken.segment, broken.element) = ("GE", 2)
        case .groupTrailerCount:
            broken.specimen.groupTrailer?[0] = pick(["0", "2", "9"]) ?? "0"
            (broken.segment, broken.element) = ("GE", 1)
        case .groupTrailerMissing:
            broken.specimen.groupTrailer = nil
            broken.segment = "GE"
        case .groupVersion:
            broken.specimen.groupHeader[7] = pick(["002001", "009999"]) ?? ""
            // ISA12 is for the envelope alone, but a note tells that the two differ.
            (broken.segment, broken.element) = ("GS", 8)
        case .groupNumber:
            broken.specimen.groupHeader[5] = "X1"
            broken.specimen.groupTrailer?[1] = "X1"
            (broken.segment, broken.element) = ("GS", 6)
        case .groupElementsTooMany:
            broken.specimen.groupHeader += pick([["X"], ["", "X"]]) ?? ["X"]
            (broken.segment, broken.element) = ("GS", 9)
        case .groupCode:
            broken.specimen.groupHeader[0] = "??"
            (broken.segment, broken.element) = ("GS", 1)
        default: return nil
        }
        return broken
    }

    private mutating func breakInterchange(_ rule: RuleBreak, _ specimen: Specimen) -> Broken? {
        var broken = Broken(specimen: specimen)
        broken.segment = "ISA"
        func put(_ value: String?, _ element: Int) {
            broken.specimen.interchangeHeader[element - 1] = value ?? ""
            broken.element = element
        }
        switch rule {
        case .interchangeTrailerNumber:
            broken.specimen.interchangeTrailer?[1] = pick(["000000018", "000000000", "17X"]) ?? ""
            (broken.segment, broken.element) = ("IEA", 2)
        case .interchangeTrailerCount:
            broken.specimen.interchangeTrailer?[0] = pick(["0", "2", "X"]) ?? ""
            (broken.segment, broken.element) = ("IEA", 1)
        case .interchangeTrailerMissing:
            broken.specimen.interchangeTrailer = nil
            broken.segment = "IEA"
        case .authorization: put("99", 1)
        case .security: put("99", 3)
        case .senderQualifier: put(pick(["??", "QQ"]), 5)
        case .receiverQualifier: put(pick(["??", "QQ"]), 7)
        case .interchangeDate: put(pick(["261301", "260431", "26A101", "000000"]), 9)
        case .interchangeTime: put(pick(["2400", "1260", "12X0"]), 10)
        case .interchangeVersion: put(pick(["00X01", "99999", "00000"]), 12)
        case .interchangeNumber:
            put("000000000", 13)
            broken.specimen.interchangeTrailer?[1] = "000000000"
        case .acknowledgmentRequest: put(pick(["2", "Y"]), 14)
        case .usage: put(pick(["X", "1"]), 15)
        default: return nil
        }
        return broken
    }
}
