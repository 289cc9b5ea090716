extension FindingExplanations {
    /// The findings of segments and elements.
    static let content: StaticString = #"""
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

        W-LOOP-ID
        LE01 does not repeat the loop identifier of the LS that opened the bounded loop, so that it is not certain where the loop ends. The set is accepted, with the error noted.
        bad -: LS*LDT~ … LE*LM~
        good -: LS*LDT~ … LE*LDT~
        """#
}
