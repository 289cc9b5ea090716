extension StandardText {
    /// The data elements of 005030 that 005010 has not, or has otherwise.
    static let elements005030: StaticString = #"""
        127 AN 1/80 Reference Identification
        322 ID 1/1 Load/Empty Status Code
        """#

    /// The composites and segments of 005030 that 005010 has not, or has otherwise.
    static let segments005030: StaticString = #"""
        G39 X438 X235 X234 O152 O395 O187 O188 X65 X355 X189 X355 X82 X355 X183 X355 O416 O356 X357 X355 O397 O398 O876
            X235 X234 X187 X395 O810 O103 O878 | R0102 P0203 P0809 P1011 P1213 P1415 P1819 P2324 P2526
        LH1 M355 M80 O277 O200 O22 O355 O380 O595 O665 O254 O1375 O1271
        MEA O737 O738 X739 XC001 X740 X741 O935 X936 O752 O1373 X1270 X1271 | L050412 L060412 L07030506 E0803 P1112
            R03050608
        VEH O554 X539 O1095 X559 X127 O127 X127 O82 O127 X156 O310 O1073 O610 O1073 O610 O306 X26 X93 X26 O40 X127 X128
            O322 O127 O127 X1715 | L040507 C0504 C0704 C1017 E1026 P1819 L200221 P2122 C2617
        """#

    /// The code lists of 005030 as differences from 005010.
    static let codes005030: StaticString = #"""
        98+: BRO EID PNF PTP
        128+: AID ARN CFI CNV CON CYI EID FDA FFL FIG HCI IAC NIN OPN OVF PSC PVS RRB SAN SBC TRC UII UTY
        235+: DC ET IU NN OM RX U7 UY YM
        355+: 3A 3D 3J 3K 3L 3M 9A 9B 9F 9O 9P 9S 9Y 9Z A1 A2 A3 A4 A5 A6 A7 A9 D4 D6 F0 FU FV G1 HX I1 I2 KN NZ OB OG
            OU Q9 QF RX W7
        374+: COS DTD FAC FEB HHD HHE HHL SPD
        716+: 7 8 9 30 31
        """#

    /// What differs in the set structures of 005030 from those of 005010.
    static let changes005030: StaticString = #"""
        832
          LIN/MEA O 200
        846
          LIN M ×>1
        """#
}
