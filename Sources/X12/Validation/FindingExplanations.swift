/// What each finding means, in words for the person who gets it; read only when someone asks.
///
/// An entry is the finding's name, a paragraph, and an example: `bad` and `good` with a set's number in front are
/// segments of such a set, which the tests judge, or elements such as `GS08=003040` of its envelope. One with `-` in
/// front is in words. In a good example nothing at all stands for "without it".
enum FindingExplanations {
    static let text: StaticString = #"""
        E-ISA
        The file begins with ISA, but no ISA can be read from it: it is cut off, or has not sixteen elements. Without it nothing is known of delimiters, sender or control number, so there is nobody to answer.
        bad -: ISA*00*~
        good -: an ISA of sixteen elements, 106 bytes with its terminator

        E-ISA-TERMINATOR
        The byte behind ISA16 ends every segment. It is a letter, a digit, a blank, or the same as another delimiter, so that segments cannot be told from data. The interchange is refused as a whole.
        bad -: X behind ISA16, which ends all segments and stands in names too
        good -: ~ or a line feed behind ISA16

        E-ISA-ELEMENT-SEPARATOR
        The byte behind the letters ISA separates elements. It is a letter, a digit or a blank, so that elements cannot be told from data.
        bad -: ISAA00A          A00A
        good -: ISA*00*          *00*

        E-ISA-COMPONENT-SEPARATOR
        ISA16 separates the components of composites. It is a letter, a digit, a blank, or the same as another delimiter.
        bad 850: ISA16=A
        good 850: ISA16=>

        W-ISA-REPETITION-SEPARATOR
        From version 00402 on ISA11 separates repetitions of an element. It holds something else: often the U of earlier versions, or another delimiter once more. As long as nothing is repeated no harm is done.
        bad -: ISA11 U in an interchange of 00501
        good -: ISA11 ^ in an interchange of 00501

        W-ISA-STANDARD
        Up to version 00401 ISA11 names the standard, and U is the only value there is. The repetition separator came later.
        bad 850: ISA11=^
        good 850: ISA11=U

        W-ISA-VERSION
        ISA12 is the version of the envelope, five digits such as 00401. What stands there is no release of X12.
        bad 850: ISA12=0040X
        good 850: ISA12=00401

        W-ISA-AUTHORIZATION
        ISA01 tells what ISA02 holds, and 00 means nothing. The value is not in the list of element I01.
        bad 850: ISA01=ZZ
        good 850: ISA01=00

        W-ISA-SECURITY
        ISA03 tells what ISA04 holds, and 00 means nothing. The value is not in the list of element I03.
        bad 850: ISA03=ZZ
        good 850: ISA03=00

        E-ISA-SENDER-QUALIFIER
        ISA05 tells whose number ISA06 is: 01 a DUNS number, 08 a UCC communications number, 12 a telephone number, ZZ mutually agreed. The value is not in the list, so the sender cannot be known.
        bad 850: ISA05=??
        good 850: ISA05=ZZ

        E-ISA-SENDER
        ISA06 names the sender. It is empty or holds characters that no identifier has.
        bad 850: ISA06=
        good 850: ISA06=SENDER

        E-ISA-RECEIVER-QUALIFIER
        ISA07 tells whose number ISA08 is. The value is not in the list of element I05, so the receiver cannot be known.
        bad 850: ISA07=??
        good 850: ISA07=ZZ

        E-ISA-RECEIVER
        ISA08 names the receiver. It is empty or holds characters that no identifier has.
        bad 850: ISA08=
        good 850: ISA08=RECEIVER

        E-ISA-DATE
        ISA09 is the date of the interchange as YYMMDD, and the TA1 repeats it. There is no such day.
        bad 850: ISA09=261321
        good 850: ISA09=261121

        E-ISA-TIME
        ISA10 is the time of the interchange as HHMM on a clock of 24 hours, and the TA1 repeats it. There is no such time.
        bad 850: ISA10=2505
        good 850: ISA10=0605

        E-ISA-NUMBER
        ISA13 is the control number by which both sides keep interchanges apart: nine digits, and not all zero.
        bad 850: ISA13=000000000
        good 850: ISA13=000000001

        E-ISA-ACK-REQUEST
        ISA14 asks for a TA1: 1 does, 0 does not. It asks for no 997; those are agreed on.
        bad 850: ISA14=2
        good 850: ISA14=0

        E-ISA-USAGE
        ISA15 keeps tests and business apart: P is production, T test, I information. Anything else could put a test order into the warehouse.
        bad 850: ISA15=X
        good 850: ISA15=P

        E-IEA-COUNT
        IEA01 counts the functional groups (GS to GE). The count is another, so groups were lost or added on the way. TA1 segments are not counted.
        bad 850: IEA01=2
        good 850: IEA01=1

        E-IEA-NUMBER
        IEA02 repeats ISA13, so that both ends of an interchange are known to belong together. It does not: two interchanges may have been run into one.
        bad 850: IEA02=000000002
        good 850: IEA02=000000001

        E-IEA-MISSING
        The interchange ends without IEA: mostly a transfer that broke off, or a file taken while it was still being written. Nobody knows what is missing, so nothing of it is processed.
        bad -: a file that ends behind GE
        good -: IEA*1*000000001 behind the last GE

        E-INTERCHANGE-STRAY
        Between ISA and IEA there are TA1 segments and functional groups, and nothing else. A segment stands outside: often an ST without its GS.
        bad -: ISA, REF, GS
        good -: ISA, GS

        E-GROUP-STRAY
        Between GS and GE there are transaction sets, from ST to SE, and nothing else. A segment stands outside: often what follows an SE that came too early.
        bad -: SE, REF, GE
        good -: SE, GE

        E-FILE
        No ISA is found in the file, or segments stand where no ISA went before: a file of another kind, an encrypted one, or one that has lost its beginning.
        bad -: a CSV file, or one that begins with GS
        good -: a file that begins with ISA

        E-SENDER-UNKNOWN
        No partner's profile has this sender (ISA05, ISA06, GS02) in this usage, or the partner is suspended, or the file lay in another partner's drop. Nothing is taken from strangers; the TA1 goes to the owner of the drop.
        bad -: ISA06 NEWPARTNER, and no profile that names it
        good -: the identity in identities.production.partner of a profile

        E-RECEIVER-UNKNOWN
        The interchange is addressed to somebody else: ISA07, ISA08 or GS03 are none of ours in the sender's profile. It may have been dropped in the wrong place.
        bad -: ISA08 SOMEBODYELSE
        good -: our identity, as agreed with this partner

        E-TEST-DATA
        ISA15 says test and the identity or the partner's stage says production, or the other way round. Test orders must not be shipped, and orders must not be lost as tests.
        bad -: ISA15 T from a partner in production
        good -: ISA15 P from a partner in production, T from one in test

        E-INTERCHANGE-DUPLICATE
        An interchange of this sender had the same ISA13 and other bytes. Which one counts nobody can know, so this one is held. The same bytes once more are a retransmission and do no harm.
        bad -: two files with ISA13 000000501 and different orders
        good -: a fresh ISA13 for each interchange

        W-GS
        An element of the GS is not as the standard has it: the date or time, an empty application code, an agency that is neither X nor T. The sets inside can still be judged.
        bad 850: GS04=20261321
        good 850: GS04=20261121

        E-GS-CODE
        GS01 says which sets the group holds: PO for 850, PR for 855, SH for 856, IN for 810, FA for 997 and 999. The value is no functional code.
        bad 850: GS01=??
        good 850: GS01=PO

        E-GS-VERSION
        GS08 names the version and release by which the sets are to be judged, such as 004010, with or without the name of a guide. There is no dictionary for it here, so nothing in the group can be judged. A profile may let the nearest version judge instead.
        bad 850: GS08=003040
        good 850: GS08=004010

        E-GE-MISSING
        The group ends without GE. What should have followed is unknown, so none of its sets is processed.
        bad -: SE, IEA
        good -: SE, GE*1*1, IEA

        E-GE-NUMBER
        GE02 repeats GS06. It does not, so the two ends of the group may not belong together.
        bad 850: GE02=2
        good 850: GE02=1

        E-GE-COUNT
        GE01 counts the transaction sets (ST to SE). The count is another, so sets were lost or added on the way. None of the group is processed.
        bad 850: GE01=2
        good 850: GE01=1

        E-GS-NUMBER
        GS06 is the group's control number, one to nine digits. A 997 names the group by it, so without it there is no way to answer.
        bad -: GS06 and GE02 X
        good -: GS06 and GE02 1

        E-GS-DUPLICATE
        An earlier group of the interchange has the same GS06, so that the answers to both could not be told apart. From 005010 on the code for it is 19; 004010 has none, and 6 is sent.
        bad -: two groups with GS06 1
        good -: groups with GS06 1 and 2

        E-ST-UNSUPPORTED
        The set is X12, but not one that is taken here in this version, or not one agreed with this partner (documents in the profile).
        bad -: an 837 among orders
        good -: the sets agreed on

        E-SE-MISSING
        The set has no SE before the next ST, GE or IEA. Segments may be missing, so it is refused.
        bad -: CTT*2, GE*1*1
        good -: CTT*2, SE*15*0001, GE*1*1

        E-SE-NUMBER
        SE02 repeats ST02. It does not, so the beginning and the end may belong to different sets.
        bad 850: SE02=0002
        good 850: SE02=0001

        E-SE-COUNT
        SE01 counts the segments of the set, ST and SE included. The count is another: segments were lost or added, or the sender forgot to count ST and SE.
        bad 850: SE01=14
        good 850: SE01=15

        E-ST-ID
        ST01 names the set by three digits, such as 850. It is missing or malformed, so nobody knows what the set is.
        bad 850: ST01=85
        good 850: ST01=850

        E-ST-NUMBER
        ST02 is the set's control number, four to nine characters. A 997 names the set by it.
        bad 850: ST02=1
        good 850: ST02=0001

        E-ST-DUPLICATE
        An earlier set of the group has the same ST02, so that the answers to both could not be told apart.
        bad -: two sets with ST02 0001 in one group
        good -: sets with ST02 0001 and 0002

        W-ST-GROUP
        GS01 announces other sets than this: an 850 in a group of invoices. The set is judged all the same. In a group of acknowledgments (FA) it is refused, because nobody answers those.
        bad 850: GS01=IN
        good 850: GS01=PO

        E-ST-SIZE
        The set is larger than the limit on what is held in memory, so it was passed over unread.
        bad -: an 856 of 300 MB
        good -: the same shipments in several sets

        E-SEGMENT-UNKNOWN
        No segment of this version has this identifier. Often a line break, a stray delimiter inside data, or a typing error in a map.
        bad 850: REF*DP*12~ZZZ*1
        good 850: REF*DP*12

        E-SEGMENT-UNEXPECTED
        The segment belongs to this set, but no loop that would admit it is open here. It is left aside; what follows is judged as if it were not there.
        bad 850: REF*DP*12~LQ*1*A
        good 850: REF*DP*12

        E-SEGMENT-MISSING
        The set must have this segment here and has not. The position told is that of the segment that came instead.
        bad 997: AK2*850*0001~AK5*A
        good 997: AK1*PO*1~AK2*850*0001~AK5*A

        E-LOOP-REPEAT
        A loop, a segment with those that belong to it, comes more often than the set allows. Told once, at the first that is too many.
        bad -: 26 SAC loops in the heading of an 850
        good -: 25 of them at most

        E-SEGMENT-MAXIMUM
        The segment comes more often than the set allows in this place. Told once, at the first that is too many.
        bad 850: CUR*BY*USD~CUR*BY*USD
        good 850: CUR*BY*USD

        E-SEGMENT-FOREIGN
        The segment is one of X12, but this set has no place for it anywhere.
        bad 850: REF*DP*12~HL*1**S
        good 850: REF*DP*12

        E-SEGMENT-ORDER
        The segment belongs to this set, but earlier or later. Order is what tells loops apart in X12, so it is kept strictly.
        bad 850: FOB*PC~CUR*BY*USD~REF*DP*1
        good 850: FOB*PC

        E-ELEMENT-MISSING
        The segment, or the composite, must have this element and has not. An element of blanks alone is missing as well.
        bad 850: BEG*00**PO1001**20261101
        good 850: BEG*00*SA*PO1001**20261101

        E-ELEMENT-CONDITION
        A syntax note of the segment is broken: elements that go together (P), of which one at least is needed (R), or that one element calls for (C, L). The place told is that of the missing one, of several the first.
        bad 850: REF*DP
        good 850: REF*DP*12

        W-ELEMENT-CONDITION
        As E-ELEMENT-CONDITION, for a syntax note that the sources of our dictionary are not sure of: a warning only.
        bad 850: REF*DP*12~TXI*ST
        good 850: REF*DP*12

        E-ELEMENT-EXCLUSION
        Elements that exclude each other by a syntax note (E) are both sent. The second of them is told.
        bad 850: REF*DP*12~TD3*TL*********2B01
        good 850: REF*DP*12

        W-ELEMENT-EXCLUSION
        As E-ELEMENT-EXCLUSION, for a syntax note that the sources of our dictionary are not sure of: a warning only.
        bad 810: REF*VN*77~YNQ*A1*Y********TEXT
        good 810: REF*VN*77

        E-ELEMENT-EXTRA
        The segment has more elements than this version defines. Often an element separator inside a value, or a segment of a later version.
        bad 850: FOB*PC*********X
        good 850: FOB*PC

        E-COMPONENT-EXTRA
        The composite has more components than this version defines. In 005010 the code is 13, before it 3.
        bad -: REF*DP*12**AA>1>BB>2>CC>3>DD
        good -: REF*DP*12**AA>1>BB>2>CC>3

        E-ELEMENT-SHORT
        The value has fewer characters than the element's least length. For numbers neither sign nor decimal point is counted.
        bad 850: N4*T*OH*44114*US
        good 850: N4*TOWN*OH*44114*US

        E-ELEMENT-LONG
        The value has more characters than the element's greatest length. The receiver may have no room for them. For numbers neither sign nor decimal point is counted.
        bad 850: N4*TOWN*OHI*44114*US
        good 850: N4*TOWN*OH*44114*US

        E-ELEMENT-NUMBER
        The value is no number of its type. N0 has digits only, N2 has two decimals and no point, R may have a point and an exponent. A comma, a plus sign or a currency sign is none of them.
        bad 850: PO1*1*TEN*EA
        good 850: PO1*1*10*EA

        E-ELEMENT-CONTROL
        The value holds a control character, such as a tab or a line break. Receivers cut or lose such values.
        bad -: a tab in N301
        good 850: N3*1 MAIN STREET

        W-ELEMENT-CHARACTER
        The value holds characters outside ASCII. They are legal only where both sides have agreed on a character set.
        bad 850: N3*STRASSE Ä
        good 850: N3*STRASSE AE

        E-ELEMENT-COMPONENT
        The component separator (ISA16) stands in an element that is no composite: mostly text that happens to hold it.
        bad 850: N3*1>2
        good 850: N3*1 2

        E-ELEMENT-REPETITION
        The repetition separator (ISA11) stands in an element that may not be repeated so often. Told once, at the first repetition that is too many.
        bad -: REF*DP*12^13 in 005010
        good -: REF*DP*12

        W-ELEMENT-CODE
        The code is not in the element's list for this version. A warning, because partners agree on codes of their own and of later versions; a profile can make it a note or an error.
        bad 850: REF*QQQ*1
        good 850: REF*DP*1

        E-ELEMENT-DATE
        There is no such day, or the value has other characters than digits. Dates are CCYYMMDD, in a few old elements YYMMDD.
        bad 850: BEG*00*SA*PO1001**20261332
        good 850: BEG*00*SA*PO1001**20261101

        E-ELEMENT-TIME
        There is no such time on a clock of 24 hours. Times are HHMM, HHMMSS, or with one or two digits of decimal seconds.
        bad 850: DTM*002*20261120*2460
        good 850: DTM*002*20261120*2359

        N-ELEMENT-BLANKS
        The value begins or ends with blanks. They are no fault, but they count towards its length, and some receivers compare them.
        bad 850: N3*1 MAIN STREET 
        good 850: N3*1 MAIN STREET

        N-SEGMENT-TRAILING
        Element separators stand behind the last value. X12.6 has the segment end behind it.
        bad 850: N3*1 MAIN STREET**
        good 850: N3*1 MAIN STREET

        R-BOM
        A byte order mark, which marks a file as Unicode, stands before the ISA. It was passed over.
        bad -: EF BB BF before ISA
        good -: ISA at the first byte

        R-LEADING-JUNK
        Bytes stand before the ISA: a mail header, a line of a log. They were passed over.
        bad -: X-Header: 1, then ISA
        good -: ISA at the first byte

        R-TRAILING-JUNK
        Bytes stand behind the IEA that are no interchange. They were passed over.
        bad -: IEA*1*000000001~ and then a line of a log
        good -: nothing behind the IEA

        R-ISA-WIDTH
        The ISA is the one segment of fixed width: its elements are padded, and it has 106 bytes in all. This one is not, and was read by its separators.
        bad -: ISA06 SENDER of 6 characters
        good -: ISA06 SENDER padded to 15

        R-ISA16-MISSING
        The ISA ends behind ISA15. A component separator was assumed.
        bad -: *P*~ at the end of the ISA
        good -: *P*>~

        R-WRAPPED
        Line breaks stand inside segments: a mail program or a mainframe wrapped the file at a width. They were taken out.
        bad -: N1*ST*LARK, a line break, MOOR CLINIC
        good -: N1*ST*LARKMOOR CLINIC

        R-LEADING-BLANKS
        Blanks stand before a segment's identifier. They were passed over.
        bad -: two blanks before REF
        good -: REF right behind the terminator, or on a new line

        R-EMPTY-SEGMENT
        A terminator stands behind a terminator, with nothing between. It counts as no segment.
        bad -: CUR*BY*USD~~REF*DP*12~
        good -: CUR*BY*USD~REF*DP*12~

        R-UNTERMINATED
        The last segment has no terminator. It was taken as ended where the file ends; should bytes be missing, counts and control numbers tell.
        bad -: IEA*1*000000001 and no ~
        good -: IEA*1*000000001~

        R-WIDE-TERMINATOR
        The segment terminator takes several bytes, mostly because a file was converted to UTF-8 on the way. It was read as one.
        bad -: Ö as terminator, two bytes in UTF-8
        good -: ~

        N-ISA-VERSION
        ISA12 and GS08 name different releases: the envelope is older or younger than what it carries. Both are readable, and many senders do so.
        bad 850: ISA12=00305
        good 850: ISA12=00401

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

        G-REQUIRED
        The partner's guide makes an element or segment mandatory that the standard leaves optional. The finding names the guide's line.
        bad -: no N104, where the guide says N104 is required
        good -: N1*ST*LARKMOOR CLINIC*92*17

        G-NOT-USED
        The partner's guide has no use for an element or segment that the standard allows. Its receiver may refuse it, or pass it over in silence.
        bad -: PO105 sent, where the guide says it is not used
        good -: PO1*1*10*EA*2.5

        G-CODE
        The code is one of the standard's, but not one of the few that the partner's guide lists for this place.
        bad -: BEG02 NE, where the guide lists SA and KN
        good -: BEG*00*SA*PO1001**20261101

        G-SHORT
        The value is shorter than the partner's guide asks, though long enough for the standard.
        bad -: a store number 17, where the guide asks for five digits
        good -: 00017

        G-LONG
        The value is longer than the partner's guide allows, though short enough for the standard: its systems have no room for more.
        bad -: a purchase order number of 12 characters, where the guide allows 10
        good -: one of at most 10

        G-PATTERN
        The value has not the form that the partner's guide asks for.
        bad -: LOT-A17, where the guide asks for two letters and six digits
        good -: LA000017

        G-MAXIMUM
        The segment comes more often than the partner's guide allows, though not more often than the standard does.
        bad -: two REF DP, where the guide allows one
        good -: one REF DP

        G-MINIMUM
        The segment comes less often than the partner's guide asks, though often enough for the standard.
        bad -: no REF DP, where the guide asks for one
        good -: REF*DP*12

        G-LOOP-MAXIMUM
        The loop comes more often than the partner's guide allows, though not more often than the standard does.
        bad -: two N1 loops for ST, where the guide allows one
        good -: one N1 loop for ST

        G-LOOP-MINIMUM
        The loop comes less often than the partner's guide asks, though often enough for the standard.
        bad -: no N1 loop for ST, where the guide asks for one
        good -: N1*ST*LARKMOOR CLINIC*92*17

        G-CONDITION
        The partner's guide requires an element or segment in the case at hand, such as when another has a certain value.
        bad -: N103 sent without N104, where the guide wants both for ST
        good -: N1*ST*LARKMOOR CLINIC*92*17

        G-CONDITION-NOT-USED
        The partner's guide has no use for an element or segment in the case at hand, such as when another has a certain value.
        bad -: a price in an order for samples, where the guide says prices are then not used
        good -: the order without the price

        G-RULE
        A rule of the partner's guide that compares several places is broken: a sum, a count, an equality, or which of several may be there. The finding names the guide's line and the values.
        bad -: CTT02 7, where the guide wants the sum of PO102, which is 15
        good -: CTT*2*15

        R-DELIMITER-UNPRINTABLE
        A delimiter cannot be printed, or takes several bytes: mostly a habit of old systems. It was taken as it is.
        bad -: control characters as separators
        good -: * > and ~

        R-DELIMITER-CHANGE
        The interchange has other delimiters than the one before it in the same file: often several systems write into one file. Each was read by its own.
        bad -: *>~ in the first ISA, |:! in the second
        good -: the same delimiters throughout a file

        R-LINE-ENDS
        Line breaks stand behind segment terminators. They are layout and count for nothing.
        bad -: ~ and a line feed
        good -: ~ alone

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

        W-LOOP-ID
        LE01 does not repeat the loop identifier of the LS that opened the bounded loop, so that it is not certain where the loop ends. The set is accepted, with the error noted.
        bad -: LS*LDT~ … LE*LM~
        good -: LS*LDT~ … LE*LDT~

        R-WIDE-SEPARATOR
        The element or component separator takes several bytes, as a character beyond ASCII does in UTF-8. It was read as one; other systems will not do so.
        bad -: a section sign between elements, sent as two bytes
        good -: * between elements
        """#
}
