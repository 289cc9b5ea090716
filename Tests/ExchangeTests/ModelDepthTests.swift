import Commerce
import Exchange
import InterchangeTestSupport
import Testing
import Translation
import X12

/// What supplier networks say in the four sets, each in a set written by hand: it has a field of its own, nothing of it
/// is left to extras, and it goes out again as it came.
@Suite struct ModelDepthTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var set: String
        var body: [String]
        /// Fields by path, as lineage and listings write them.
        var fields: [String: String]
        var testDescription: String { name }
    }

    @Test(arguments: orders + acknowledgments + shipments + invoices)
    func `a set says this in fields of its own`(example: Case) throws {
        let bytes = Draft(example.set, [example.body]).bytes()
        let outcomes = try Outcomes.of(bytes)
        #expect(outcomes.names() == [], "\(example.name)")
        let document = try #require(outcomes.documents.first)
        let fields = try LineageTests.fields(of: document.json, document.kind)
        for (path, value) in example.fields {
            let found = fields["$." + path].map(Self.text)
            #expect(found == value, "\(path)")
        }
        #expect(fields.keys.filter { $0.hasPrefix("$.extras") && $0.contains("].elements[") } == [])
        let (sent, failed) = Generation(.source, number: 1, time: EnvelopeTime(date: "20261121", time: "0605"))
            .write(document.json, [document.json.indices])
        #expect(failed.flatMap(\.messages) == [])
        #expect(try sent.first.map { try SegmentCollector.sets(of: $0.bytes) } == SegmentCollector.sets(of: bytes))
    }

    private static func text(_ value: FieldListing.Value) -> String {
        switch value {
        case .text(let text): text.string
        case .decimal(let number): number.description
        case .date(let date): date.description
        case .time(let time): time.description
        case .integer(let number): String(number)
        case .flag(let flag): String(flag)
        }
    }

    private static let item = "PO1*1*10*EA*2.50*CT*UK*10012345678902*VN*A-1"

    static let orders = [
        Case(
            name: "a stand-alone order, new, under a contract", set: "850",
            body: ["BEG*00*SA*PO1**20261121*C-77*AC", "REF*CT*GPO-9", item],
            fields: [
                "purpose": "00", "orderType": "SA", "number": "PO1", "orderDate": "2026-11-21",
                "contractNumber": "C-77", "acknowledgmentType": "AC", "contractReference": "GPO-9",
                "lines[0].priceBasis": "CT", "lines[0].identifiers[1].value": "A-1",
            ]),
        Case(
            name: "a release of a blanket order", set: "850", body: ["BEG*00*RL*PO1*REL-3*20261121", item],
            fields: ["orderType": "RL", "releaseNumber": "REL-3"]),
        Case(
            name: "a cancellation of a drop shipment", set: "850",
            body: [
                "BEG*01*DS*PO1**20261121", "N1*ST*J DOE*92*H-1", "N2*ATTN*PORCH", "N3*1 ELM ST*APT 2",
                "N4*OAKTON*OH*43999*US", "TD5*B*2*UPSN*M", item,
            ],
            fields: [
                "purpose": "01", "orderType": "DS", "parties[0].address.line2": "APT 2",
                "parties[0].additionalName2": "PORCH", "parties[0].routing[0].carrier": "UPSN",
            ]),
        Case(
            name: "a confirmation of a consignment order", set: "850", body: ["BEG*06*CN*PO1**20261121", item],
            fields: ["purpose": "06", "orderType": "CN"]),
        Case(
            name: "a replaced emergency order, and a bill-only implant of a case", set: "850",
            body: ["BEG*05*EO*PO1**20261121", "REF*3H*CASE-8831", item, "REF*SE*SN-77", "REF*FJ*12"],
            fields: [
                "purpose": "05", "orderType": "EO", "caseNumber": "CASE-8831", "lines[0].lineItemControlNumber": "12",
                "lines[0].references[0].value": "SN-77",
            ]),
        Case(
            name: "ship and delivery windows", set: "850",
            body: [
                "BEG*00*SA*PO1**20261121", "DTM*037*20261201", "DTM*038*20261205", "DTM*064*20261206",
                "DTM*063*20261210", "DTM*001*20261220", "DTM*002*20261207*0830", item, "DTM*010*20261202",
            ],
            fields: [
                "shipNotBeforeDate": "2026-12-01", "shipNotAfterDate": "2026-12-05",
                "deliverNotBeforeDate": "2026-12-06", "deliverNotAfterDate": "2026-12-10",
                "cancelAfterDate": "2026-12-20", "requestedDeliveryDate": "2026-12-07",
                "requestedDeliveryTime": "08:30", "lines[0].requestedShipDate": "2026-12-02",
            ]),
        Case(
            name: "a schedule and a split over stores", set: "850",
            body: [
                "BEG*00*SA*PO1**20261121", item, "SDQ*EA*92*0381*4*0402*6", "SCH*4*EA***002*20261201",
                "SCH*6*EA***002*20261208",
            ],
            fields: [
                "lines[0].storeAllocations[0].stores[1].store": "0402",
                "lines[0].storeAllocations[0].stores[1].quantity": "6", "lines[0].schedules[1].quantity.value": "6",
                "lines[0].schedules[1].date": "2026-12-08",
            ]),
        Case(
            name: "a kit with its parts", set: "850",
            body: [
                "BEG*00*SA*PO1**20261121", item, "SLN*1**I*2*EA*1.25*PE**VN*PART-A", "PID*F****RETRACTOR",
                "SLN*2**I*1*EA****VN*PART-B",
            ],
            fields: [
                "lines[0].subLines[0].relationship": "I", "lines[0].subLines[0].identifiers[0].value": "PART-A",
                "lines[0].subLines[0].descriptions[0].text": "RETRACTOR", "lines[0].subLines[1].quantity.value": "1",
            ]),
        Case(
            name: "terms, freight, carrier, allowance, charge, tax, notes", set: "850",
            body: [
                "BEG*00*SA*PO1**20261121", "CUR*BY*USD", "FOB*PP*OR*DOCK 4", "SAC*C*D240***1250**********FREIGHT",
                "ITD*08*3*2**15**30", "TD5*B*2*FDEG*M*GROUND", "TXI*ST**7.25*VD*OH", "N9*L1*NOTES", "MSG*CALL BEFORE",
                item, "CTP**CON*2.40", "PO4*12*6*OZ*CTN25", "SAC*A*C310****3*5", "TXI*LS*1.10",
            ],
            fields: [
                "currency.code": "USD", "freightTerms[0].payment": "PP", "freightTerms[0].location": "DOCK 4",
                "allowancesAndCharges[0].amount": "12.50", "allowancesAndCharges[0].description": "FREIGHT",
                "paymentTerms[0].discountPercent": "2", "paymentTerms[0].discountDays": "15",
                "paymentTerms[0].netDays": "30", "routing[0].carrier": "FDEG", "taxes[0].percent": "7.25",
                "notes[0].messages[0].text": "CALL BEFORE", "lines[0].allowancesAndCharges[0].percent": "5",
                "lines[0].packaging[0].pack": "12", "lines[0].packaging[0].size.unit": "OZ",
                "lines[0].prices[0].amount": "2.40", "lines[0].taxes[0].amount": "1.10",
            ]),
        Case(
            name: "contract, conditions, hazards and papers of a line", set: "850",
            body: [
                "BEG*00*SA*PO1**20261121", item, "LIN*1*VN*B-2", "CUR*SE*CAD", "CN1*04***K-12",
                "PO3*ZZ*20261201*CON*2.40*CT*10*EA",
                "PWK*05*BM", "IT8*SC*1", "IT3*10*EA*CC", "TD4*DA*9*3", "LM*ZZ", "LQ*0*X",
            ],
            fields: [
                "lines[0].itemGroups[0].identifiers[0].value": "B-2", "lines[0].currency.code": "CAD",
                "lines[0].contracts[0].number": "K-12", "lines[0].priceChanges[0].amount": "2.40",
                "lines[0].attachments[0].kind": "05", "lines[0].fulfillments[0].quantity.value": "10",
                "lines[0].hazardNotices[0].hazardClass": "3", "lines[0].industryCodes[0].codes[0].code": "X",
            ]),
        Case(
            name: "parties by GLN, DUNS, HIN and DEA", set: "850",
            body: [
                "BEG*00*SA*PO1**20261121", "N1*BY*CLINIC*UL*9527710002052", "N1*SE*MAKER*1*990582314",
                "N1*ST*DOCK*21*ABC1234XX", "N1*BT*PHARMACY*11*AB1234563", item,
            ],
            fields: [
                "parties[0].identifier.scheme": "UL", "parties[0].identifier.value": "9527710002052",
                "parties[2].identifier.scheme": "21", "parties[3].identifier.value": "AB1234563",
            ]),
        Case(
            name: "a gap between identifiers", set: "850",
            body: ["BEG*00*SA*PO1**20261121", "PO1*1*10*EA*2.50**UK*10012345678902***VN*A-1"],
            fields: ["lines[0].identifiers[0].scheme": "UK", "lines[0].identifiers[2].value": "A-1"]),
    ]

    /// The nine outcomes of a line: as ordered, quantity, price, date, substitute, backorder, hold, deleted, rejected.
    static let acknowledgments =
        ["IA", "IQ", "IP", "DR", "IS", "IB", "IH", "ID", "IR"].map { status in
            Case(
                name: "a line answered \(status)", set: "855",
                body: ["BAK*00*AC*PO1*20261121*****20261122", item, "ACK*\(status)*8*EA*068*20261201**VN*A-2"],
                fields: [
                    "acknowledgmentType": "AC", "acknowledgmentDate": "2026-11-22",
                    "lines[0].outcomes[0].status": status, "lines[0].outcomes[0].quantity.value": "8",
                    "lines[0].outcomes[0].date": "2026-12-01", "lines[0].outcomes[0].identifiers[0].value": "A-2",
                ])
        } + [
            Case(
                name: "a line split in two", set: "855",
                body: [
                    "BAK*00*AC*PO1*20261121", item, "ACK*IQ*6*EA*068*20261201", "DTM*067*20261203",
                    "ACK*IB*4*EA*068*20270105",
                ],
                fields: [
                    "lines[0].outcomes[0].dates[0].date": "2026-12-03", "lines[0].outcomes[1].status": "IB",
                    "lines[0].outcomes[1].quantity.value": "4",
                ])
        ]

    private static func shipment(_ structure: String, _ levels: [String]) -> [String] {
        var body = ["BSN*00*SHP1*20261121*0830*\(structure)"]
        var parents: [String: Int] = [:]
        let order = Array(levels.enumerated())
        for (index, level) in order {
            let parent = index == 0 ? "" : String(parents[levels[index - 1]] ?? 1)
            parents[level] = index + 1
            body.append("HL*\(index + 1)*\(parent)*\(level)*\(index == levels.count - 1 ? 0 : 1)")
            if level == "I" { body += ["LIN*1*UK*10012345678902", "SN1*1*10*EA"] }
            if level == "O" { body.append("PRF*PO1") }
            if level == "P" || level == "T" { body.append("MAN*GM*00095260800005500019") }
        }
        return body + ["CTT*\(levels.count)"]
    }

    private static func path(_ depth: Int) -> String {
        "levels[0]" + String(repeating: ".contains[0]", count: depth - 1) + ".level"
    }

    static let shipments =
        [
            ("0001", ["S", "O", "T", "P", "I"]), ("0001", ["S", "O", "P", "I"]), ("0002", ["S", "O", "I"]),
            ("0003", ["S", "P", "O", "I"]), ("0004", ["S", "O", "I"]),
        ].map { structure, levels in
            Case(
                name: "a shipment \(levels.joined())", set: "856", body: shipment(structure, levels),
                fields: Dictionary(uniqueKeysWithValues: levels.enumerated().map { (path($0 + 1), $1) }))
        } + [
            Case(
                name: "catch weight, lot, expiry and serial number", set: "856",
                body: [
                    "BSN*00*SHP1*20261121*0830*ZZZZ", "HL*1**S*1", "TD1*CTN25*2****G*41.5*LB", "TD3*TL**53118******GL4",
                    "HL*2*1*I*0", "LIN*1*UK*10012345678902*LT*LOT-9", "SN1*1*2*CA", "MEA*WT*WT*20.75*LB", "PWK*05*BM",
                    "REF*LT*LOT-9", "REF*SE*SN-1", "DTM*036*20281231", "DTM*094*20261001", "CTT*2",
                ],
                fields: [
                    "levels[0].lading[0].weight.value": "41.5",
                    "levels[0].contains[0].measurements[0].value.value": "20.75",
                    "levels[0].contains[0].lotNumber": "LOT-9", "levels[0].contains[0].serialNumber": "SN-1",
                    "levels[0].contains[0].expiryDate": "2028-12-31",
                    "levels[0].contains[0].manufactureDate": "2026-10-01",
                    "levels[0].contains[0].attachments[0].kind": "05",
                ])
        ]

    private static let invoiced = "IT1*1*10*EA*2.50**UK*10012345678902"

    static let invoices = [
        Case(
            name: "a credit memo for an earlier invoice", set: "810",
            body: [
                "BIG*20261121*CM-1*20261101*PO1***CR***INV-1", "REF*OI*INV-1", "IT1*1*-2*EA*2.50**VN*A1", "TDS*-500",
            ],
            fields: [
                "transactionType": "CR", "relatedInvoiceNumber": "INV-1", "originalInvoiceNumber": "INV-1",
                "lines[0].quantity.value": "-2", "totalAmount": "-5.00",
            ]),
        Case(
            name: "a rebill", set: "810", body: ["BIG*20261121*INV-2**PO1***DI*05", invoiced, "TDS*2500"],
            fields: ["transactionType": "DI", "purpose": "05"]),
        Case(
            name: "an invoice without an order", set: "810",
            body: ["BIG*20261121*INV-1", "N9*L1*NO PO", "MSG*PHONE ORDER J DOE", invoiced, "TDS*2500"],
            fields: ["number": "INV-1", "notes[0].messages[0].text": "PHONE ORDER J DOE"]),
        Case(
            name: "a consolidated invoice: an order a line", set: "810",
            body: [
                "BIG*20261121*INV-1*****CN", invoiced, "REF*PO*PO-1", "REF*PK*PS-1", "DTM*011*20261120",
                "IT1*2*1*EA*4**VN*A2", "REF*PO*PO-2", "TDS*2900",
            ],
            fields: [
                "lines[0].orderNumber": "PO-1", "lines[0].packingSlip": "PS-1", "lines[0].shipDate": "2026-11-20",
                "lines[1].orderNumber": "PO-2",
            ]),
        Case(
            name: "accounts, case and patient of an implant", set: "810",
            body: [
                "BIG*20261121*INV-1*20261101*PO1", "REF*3H*CASE-8831", "N1*QC*PATIENT", "DMG*D8*19600131*F", invoiced,
                "FA1*ZZ", "FA2*18*4711", "FA2*09*OR-2", "TDS*2500",
            ],
            fields: [
                "caseNumber": "CASE-8831", "parties[0].demographics[0].birthDate": "19600131",
                "lines[0].accounting[0].codes[0].value": "4711", "lines[0].accounting[0].codes[1].kind": "09",
            ]),
        Case(
            name: "charges, taxes, terms and carrier", set: "810",
            body: [
                "BIG*20261121*INV-1*20261101*PO1", "ITD*08*3*2**15**30*50", invoiced, "TDS*3860*2500*3810*50",
                "TXI*ST*1.10", "CAD*M***FDEG**CC*CN*PRO-1", "SAC*C*D240***1250**********FREIGHT", "ISS*2*CT*41.5*LB",
            ],
            fields: [
                "totalAmount": "38.60", "discountableAmount": "25.00", "discountedAmount": "38.10",
                "discountAmount": "0.50", "taxes[0].amount": "1.10", "carrier.carrier": "FDEG",
                "carrier.reference": "PRO-1", "allowancesAndCharges[0].amount": "12.50",
                "paymentTerms[0].discountAmount": "0.50", "shipmentSummaries[0].weight.value": "41.5",
            ]),
    ]
}
