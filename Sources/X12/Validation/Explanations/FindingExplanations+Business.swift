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
        """#
}
