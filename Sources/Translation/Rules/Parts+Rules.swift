import Commerce
import X12

extension List<Party> {
    /// Identifiers in the form and with the check digit of their scheme, and roles that only one party can have.
    func check(_ breaches: inout [Breach]) {
        for index in indices {
            self[index].identifier.check(&breaches)
            let role = self[index].role
            guard role == "ST" || role == "BY" || role == "BT" else { continue }
            if self[..<index].contains(where: { $0.role == role }) {
                breaches.add(.partyRepeated, "N1", 1, role, "there are two parties of role \(role)")
            }
        }
    }
}

extension PartyIdentifier {
    /// The form of GLN, DUNS, DUNS+4, DEA and HIN numbers, and the check digits of those that have one we know.
    fileprivate func check(_ breaches: inout [Breach]) {
        guard let (name, length) = form else { return }
        // DUNS numbers are also written with hyphens.
        let count = value.withBytes { bytes in
            (0..<bytes.count).reduce(0) { $0 + (bytes[$1] == UInt8(ascii: "-") ? 0 : 1) }
        }
        if count != length {
            breaches.add(
                .identifierForm, "N1", 4, value, "a \(name) has \(length) characters, \(value) has \(value.count)")
            return
        }
        let isRight: Bool? =
            switch scheme {
            case "UL": CheckDigit.isRight(value) ?? false
            case "11": CheckDigit.isRightRegistration(value) ?? false
            default: nil
            }
        if isRight == false {
            breaches.add(.checkDigit, "N1", 4, value, "the check digit of the \(name) \(value) is wrong")
        }
    }

    private var form: (name: String, length: Int)? {
        switch scheme {
        case "UL": ("GLN", 13)
        case "1": ("DUNS number", 9)
        case "9": ("DUNS+4 number", 13)
        case "11": ("DEA registration", 9)
        case "21": ("HIN", 9)
        default: nil
        }
    }
}

extension PaymentTerms {
    /// A discount ends before the whole is due.
    func check(_ breaches: inout [Breach]) {
        if let discountDays, let netDays, netDays < discountDays {
            breaches.add(
                .terms, "ITD", 7, netDays, "the discount lasts \(discountDays) days, the whole is due in \(netDays)")
        }
        checkWindow(discountDueDate, netDueDate, "ITD", 6, "the whole is due before the discount ends", &breaches)
    }
}

extension List<AllowanceCharge> {
    /// Signs and amounts of allowances and charges.
    func check(_ breaches: inout [Breach]) {
        for index in indices { self[index].check(&breaches) }
    }
}

extension AllowanceCharge {
    /// The sign comes from SAC01, so that SAC05 has none; and a rate for a quantity makes the amount.
    fileprivate func check(_ breaches: inout [Breach]) {
        guard let amount else { return }
        if isAllowance, amount.mantissa < 0 {
            breaches.add(.allowanceSign, "SAC", 5, amount, "SAC01 A takes \(amount) off, which adds it")
        }
        guard let rate, let units = quantity.value, let product = rate.multiplied(by: units)?.rounded(scale: 2),
            let difference = product.subtracting(amount), let cent = Decimal(mantissa: 1, scale: 2),
            cent < difference || cent < difference.negated
        else { return }
        breaches.add(.allowanceAmount, "SAC", 5, amount, "\(units) at \(rate) make \(product), SAC05 says \(amount)")
    }
}

extension List<Tax> {
    /// Who is exempt pays none.
    func check(_ breaches: inout [Breach]) {
        for tax in self where tax.exemption == "1" || tax.exemption == "0" {
            if let amount = tax.amount, amount.mantissa != 0 {
                breaches.add(.taxExempt, "TXI", 6, tax.exemption, "the tax is exempt, but TXI02 says \(amount)")
            }
        }
    }
}
