extension StandardText {
    /// The data elements of 005010 that 004010 has not, or has otherwise.
    static let elements005010: StaticString = #"""
        127 AN 1/50 Reference Identification
        184 ID 1/1 Volume Unit Qualifier
        207 AN 1/15 Equipment Number
        267 N0 1/10 Net Explosive Quantity
        358 R 1/15 Quantity Invoiced
        364 AN 1/256 Communication Number
        447 AN 1/4 Loop Identifier Code
        539 AN 1/30 Vehicle Identification Number
        562 ID 1/2 Rate or Value Type Code
        567 N0 4/5 Equipment Length
        618 ID 1/3 Implementation Transaction Set Syntax Error Code
        620 ID 1/3 Implementation Segment Syntax Error Code
        621 ID 1/3 Implementation Data Element Syntax Error Code
        719 N0 1/10 Segment Position in Transaction Set
        767 AN 1/13 Market Area Code Identifier
        787 N0 1/15 Record Length
        788 N0 1/5 Block Length
        789 AN 2/2 Drawing Sheet Size Code
        797 ID 2/2 Security Technique Code
        800 AN 1/30 Compression Technique
        801 AN 1/30 Interchange Format
        802 AN 1/30 Program Identifier
        803 AN 1/64 File Name
        804 AN 1/4 Block Type
        1000 AN 2/3 Service Characteristics Qualifier
        1035 AN 1/60 Name Last or Organization Name
        1036 AN 1/35 Name First
        1095 N0 4/4 Year
        1104 ID 2/2 Name Component Qualifier
        1321 ID 2/3 Condition Indicator
        1570 ID 3/3 Filter ID Code
        1686 N0 1/4 Repeating Data Element Position
        1699 ID 1/1 Pallet Structure Code
        1705 AN 1/35 Implementation Convention Preference
        1715 ID 1/3 Country Subdivision Code
        9998 AN 1/35 Context Reference
        9999 AN 1/35 Context Name
        I65 AN 1/1 Repetition Separator
        """#
}
