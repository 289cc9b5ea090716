extension FindingExplanations {
    /// The findings of business rules, and of what came before.
    static let business: StaticString = #"""
        B-LINE-COUNT
        CTT01 counts the lines: PO1 in an 850 and 855, IT1 in an 810, HL in an 856. The count is another, so lines may be missing.
        bad 850: CTT*3*15
        good 850: CTT*2*15

        B-HASH-TOTAL
        CTT02 is the sum of the quantities, by which a receiver knows that no digit was lost. Decimal points and signs may be left out of account; the sum is another either way.
        bad 850: CTT*2*14
        good 850: CTT*2*15

        B-HL-SEQUENCE
        HL01 numbers the levels of a shipment 1, 2, 3 and so on. It does not, so parents cannot be found by it for certain.
        bad -: HL*1**S, then HL*3*1*O
        good -: HL*1**S, then HL*2*1*O

        B-HL-PARENT
        HL02 names the level that this one belongs to, by its HL01. No level of the set has that number, so what is packed in what is not known.
        bad -: HL*1**S, then HL*2*9*O
        good -: HL*1**S, then HL*2*1*O

        B-HL-DUPLICATE
        Two levels of the set have the same HL01, so that an HL02 which names it may mean either.
        bad -: HL*2*1*O, then HL*2*1*O once more
        good -: HL*2*1*O, then HL*3*1*O

        B-HL-ORDER
        HL02 names a level that comes later. The tree can be built, but receivers that read from top to bottom put the level elsewhere or lose it.
        bad -: HL*2*3*I, then HL*3*1*O
        good -: HL*2*1*O, then HL*3*2*I

        B-HL-CYCLE
        Going up from a level by HL02 one comes back to it, so it belongs to nothing. It is taken as standing at the top.
        bad -: HL*2*2*O, a level that names itself
        good -: HL*2*1*O

        B-HL-LEVEL
        A level stands where BSN05, or the nesting agreed on in the profile (hierarchy), has no place for it: an item above an order, a pack where packs are not used.
        bad -: BSN05 0001 (shipment, order, pack, item), and a pack above an order
        good -: shipment, order, pack, item

        B-HL-SHIPMENT
        A ship notice is about one shipment: one HL of level S, the first. There is none, or there are several, or it is not the first.
        bad -: HL*1**O as the first level
        good -: HL*1**S as the first level

        B-HL-COUNT
        The set has more HL segments than the limit on what is held in memory as a tree.
        bad -: a ship notice of a million cartons
        good -: several ship notices

        B-HL-DEPTH
        The tree of HL levels is deeper than the limit. A shipment has five or six levels; a deeper one is a fault in the parents.
        bad -: a chain of 65 levels
        good -: shipment, order, tare, pack, item

        B-HL-CHILD
        HL04 says whether levels follow under this one: 1 does, 0 does not. What follows is otherwise.
        bad -: HL*1**S*0, then HL*2*1*O
        good -: HL*1**S*1, then HL*2*1*O

        B-INVOICE-TOTAL
        TDS01 is not the sum of lines, charges, allowances and taxes, by more than a cent a line. TDS01 and SAC05 have two implied decimals: 5000 is 50.00.
        bad 810: TDS*4000
        good 810: TDS*5000

        B-ACK-NEGATIVE
        A partner's 997, 999 or TA1 did not accept something we sent: what was refused was not processed there, so it must be mended and sent again. `edigate explain FILE --sent OURS` shows the very place.
        bad 997: AK9*R*1*1*0
        good 997: AK9*A*1*1*1

        B-ACK-UNREADABLE
        A partner's acknowledgment has no verdict that can be read: AK5 or AK9 is missing, or its letter is in no list. What became of what we sent is unknown, and unknown is not accepted.
        bad 997: AK9*Z*1*1*1
        good 997: AK9*A*1*1*1

        B-ACK-CONTRADICTION
        A partner's acknowledgment says one thing of the parts and another of the whole: AK901 A with fewer sets accepted than received, an AK5 A with faults noted, a TA1 A with a note code. The verdict on each set is what counts.
        bad 997: AK9*A*2*2*1
        good 997: AK9*A*2*2*2

        B-ACK-CODE
        A code in a partner's acknowledgment is not in its list, so its meaning is not known. The verdict is readable all the same.
        bad -: TA1*000000007*261120*0605*R*099
        good -: TA1*000000007*261120*0605*R*025

        B-CHECK-DIGIT
        The last digit of a GTIN is reckoned from the others, and here it is not: a digit was mistyped or two were swapped, and the number is another article's or nobody's.
        bad 850: PO1*1*10*EA*2.5**UP*036000291453
        good 850: PO1*1*10*EA*2.5**UP*036000291452

        B-UNTRANSLATABLE
        The set is without fault by X12 and was acknowledged, but could not be put in canonical form. It is kept with an alert, so that it is not lost though its sender believes all is well.
        bad -: a set for which there is no canonical document, in a group that is no FA
        good -: the sets that `edigate schema` lists

        B-NUMBER-RESET
        ISA13 is more than a hundred below the last one of the same sender: its numbers began anew, as after a system was set up again. Numbers that were used may come again, so a person is told; the profile may hold the interchange or say nothing.
        bad -: ISA13 000000001 after 000048213
        good -: ISA13 000048214 after 000048213

        B-NUMBER-SEQUENCE
        ISA13 skips numbers, so that interchanges may be missing, or comes after greater ones. Many senders share a series among receivers, so that nothing is said of it unless the profile asks for it.
        bad -: ISA13 000000509 after 000000501
        good -: ISA13 000000502 after 000000501

        B-GROUP-REPEATED
        A group of this kind with this GS06 came before from the same sender, in another interchange. It is processed; a person should know whether the group was sent twice.
        bad -: GS06 145 in two interchanges
        good -: GS06 145, then 146

        B-DOCUMENT-REPEATED
        A document of this number and with the same content came before from this partner, under other control numbers. Worked twice, an order is shipped twice and an invoice paid twice. Raise it to error in the profile to hold the second one.
        bad -: invoice INV-8820315 once more in an interchange of another number
        good -: the invoice once

        B-DOCUMENT-CONFLICT
        A document of this number but of other content came before from this partner, and this one does not say that it replaces it. Raise it to error in the profile to hold it.
        bad -: purchase order 4500178263 with purpose 00 twice, with other quantities
        good -: the second one with purpose 05, a replacement

        B-ORDER-UNKNOWN
        The document names an order that the ledger does not know, though the orders exchanged with this partner go through this gateway.
        bad -: an invoice for order 4500178264 where 4500178263 was sent
        good -: the number of the order as it was sent

        B-ORDER-LINE
        The document names a line that the order does not have, neither by its number nor by one of the item's identifiers.
        bad -: line 9 of an order of three lines
        good -: the number of the order's line, or the item as the order names it

        B-OVER-ACKNOWLEDGED
        The acknowledgment promises more of a line than was ordered, so that what arrives may be more than was wanted.
        bad -: 12 promised of 10 ordered
        good -: 10 promised of 10 ordered

        B-OVER-SHIPMENT
        All ship notices together have more of a line than was ordered; those that were cancelled or replaced do not count.
        bad -: 6 and 5 shipped of 10 ordered
        good -: 6 and 4 shipped of 10 ordered

        B-OVER-INVOICE
        All invoices together, credits taken off, have more of a line than was shipped, or than was ordered where no shipment is known.
        bad -: 7 invoiced where 6 were shipped
        good -: 6 invoiced where 6 were shipped

        B-ORDER-PRICE
        The price of a line is neither the one that was ordered nor, on an invoice, the one that was acknowledged.
        bad -: 10.10 where 9.85 was ordered and acknowledged
        good -: 9.85

        B-ORDER-UNIT
        The document counts a line in another unit than the order, so that the quantities cannot be compared.
        bad -: 1 CA where BX was ordered
        good -: the quantity in BX

        B-CROSSWALK-MISS
        The partner has a crosswalk for such values, and no row of it fits this one on the day of the document. Its profile says to hold what is not known (onMiss: hold), so that nothing reaches the ERP under a number that it cannot place.
        bad -: PO107 LK-99, and items.csv without LK-99
        good -: PO107 LK-22, and LK-22 in items.csv

        B-CROSSWALK-PASSED
        No row of the crosswalk fits the value. Its profile lets such a document go on, without a number of ours or with the table's default.
        bad -: N104 4711, and locations.csv without 4711
        good -: N104 4712, and 4712 in locations.csv

        B-CROSSWALK-CONFLICT
        A line names its item more than once, such as by GTIN and by vendor number, and the crosswalk knows them as different items of ours. One of the two is wrong, and only a person can say which.
        bad -: UK of one item of ours beside VN of another
        good -: UK and VN of the same item

        B-CROSSWALK-UNIT
        The document orders in a unit of ours of which the partner's holds several. Writing the partner's unit would change the quantity and the price of a unit, so the document is not sent.
        bad -: 7 EA of what the partner sells in boxes of 10
        good -: 1 BX

        B-CONTRACT-PRICE
        The line names a contract, and the crosswalk of contracts has another price for the item on that day.
        bad -: 12.50 under contract LHN-20417, which has 12.10
        good -: 12.10

        B-LINE-NUMBER
        Two lines have the same number (PO101, IT101), so that an answer, a shipment or a payment for one may be taken for the other.
        bad -: PO1*1*10*EA*2.5**VN*A1, then PO1*1*5*EA*2.5**VN*A2
        good -: PO1*1*10*EA*2.5**VN*A1, then PO1*2*5*EA*2.5**VN*A2

        B-LINE-QUANTITY
        The ordered quantity (PO102) is zero or less. What is taken off an order is a change (860), not a line.
        bad -: PO1*1*0*EA*2.5
        good -: PO1*1*10*EA*2.5

        B-LINE-UNIT
        The line counts in one unit (PO103), its schedule, stores or answer in another, so that they cannot be compared.
        bad -: PO1*1*10*CA, then SCH*10*EA***002*20261201
        good -: PO1*1*10*CA, then SCH*10*CA***002*20261201

        B-LINE-SPLIT
        Schedules (SCH) or stores (SDQ) divide the line, and together make more or less than it.
        bad -: PO1*1*10*EA, then SDQ*EA*92*0381*4*0402*5
        good -: PO1*1*10*EA, then SDQ*EA*92*0381*4*0402*6

        B-DATE-WINDOW
        A window ends before it begins, goods arrive before they are shipped, or an invoice is older than its shipment.
        bad -: DTM*037*20261205, then DTM*038*20261201
        good -: DTM*037*20261201, then DTM*038*20261205

        B-ORDER-TYPE
        A release or a blanket order (BEG02 RL, BK) names its release or contract, a drop shipment (DS) the address it goes to.
        bad -: BEG*00*RL*PO1**20261121
        good -: BEG*00*RL*PO1*REL-3*20261121

        B-ORDER-TOTAL
        AMT behind CTT, with TT, is what the lines come to at their prices. It is another.
        bad -: two lines of 25.00, and AMT*TT*60
        good -: two lines of 25.00, and AMT*TT*50

        B-OUTCOME
        ACK01 says one thing and what stands with it another: accepted as ordered with another quantity, a substitute without its item, a new date without the date, or more than was ordered.
        bad -: PO1*1*10*EA, then ACK*IA*8*EA
        good -: PO1*1*10*EA, then ACK*IQ*8*EA

        B-ANSWER-KIND
        BAK02 AD says that the order is accepted without change, RD that it is rejected. A line says otherwise.
        bad -: BAK*00*AD, and a line with ACK*IR
        good -: BAK*00*AC, and a line with ACK*IR

        B-ALLOWANCE-SIGN
        SAC01 A takes the amount off already. A negative amount adds it, which is hardly meant.
        bad -: SAC*A*C310***-500
        good -: SAC*A*C310***500

        B-ALLOWANCE-AMOUNT
        SAC08 is a rate for a unit of the quantity SAC10; together they make another amount than SAC05, which counts.
        bad -: SAC*C*D240***1250***1.00*EA*10
        good -: SAC*C*D240***1000***1.00*EA*10

        B-TAX-EXEMPT
        TXI06 says that nobody pays this tax, TXI02 how much of it is to be paid.
        bad -: TXI*ST*1.10****1
        good -: TXI*ST*1.10

        B-TERMS
        The discount lasts longer than the payment is due, or the amounts of TDS with and without discount do not fit the terms.
        bad -: ITD*08*3*2**45**30
        good -: ITD*08*3*2**15**30

        B-PACKAGE-COUNT
        TD102 counts the packages of the shipment, and as many are not listed as levels P or T: some may be missing.
        bad -: TD1*CTN25*3, and two levels P
        good -: TD1*CTN25*2, and two levels P

        B-PACKAGE-REPEATED
        Two levels have the same SSCC, so that who receives one may book the other.
        bad -: MAN*GM*00095260800005500019 at two levels P
        good -: another SSCC at each

        B-LEVEL-CONTENT
        An order level without PRF01, or an item without LIN03 or SN102, cannot be matched with what was ordered.
        bad -: HL*2*1*O without a PRF
        good -: HL*2*1*O, then PRF*PO1

        B-IDENTIFIER
        The qualifier says what number it is, a DUNS, GLN, DEA, HIN or NDC, and the value has another length or form.
        bad -: N1*ST*DOCK*1*12345
        good -: N1*ST*DOCK*1*123456789

        B-IDENTIFIER-REPEATED
        Two numbers of one kind stand on a line, and nothing says which of them names the item.
        bad -: PO1*1*10*EA***VN*A1*VN*A2
        good -: PO1*1*10*EA***VN*A1

        B-PARTY-REPEATED
        There are two buyers, ship-to or bill-to parties at the heading, and nothing says which of them counts.
        bad -: N1*ST*DOCK 1, then N1*ST*DOCK 2
        good -: N1*ST*DOCK 1

        B-FREIGHT-TERMS
        FOB01 CC says that the carrier collects from the buyer, SAC D240 charges freight all the same: it would be paid twice.
        bad -: FOB*CC, and SAC*C*D240***1250
        good -: FOB*PP, and SAC*C*D240***1250
        """#
}
