extension StandardText {
    /// The data elements of 004030 that 005010 has not, or has otherwise.
    static let elements004030: StaticString = #"""
        207 AN 1/10 Equipment Number
        358 R 1/10 Quantity Invoiced
        447 AN 1/6 Loop Identifier Code
        539 AN 1/25 Vehicle Identification Number
        719 N0 1/6 Segment Position in Transaction Set
        1000 AN 2/2 Service Characteristics Qualifier
        1321 ID 2/2 Condition Indicator
        """#

    /// The composites and segments of 004030 that 005010 has not, or has otherwise.
    static let segments004030: StaticString = #"""
        AK1 M479 M28
        AK2 M143 M329
        CAD O91 O206 O207 X140 X387 O368 O128 X127 O284 | R0504 C0708
        CTB M688 X352 X673 X380 X522 X610 | P0304 P0506 R020406
        DMG X1250 X1251 O1068 O1067 XC056 O1066 O26 O659 O380 X1270 X1271 | P0102 P1011 C1105
        EMS O352 O1176 O1149 O584 X128 X127 X127 X128 | P0506 P0708
        INC M336 MC001 M380 M380 O782
        LFH M808 M809 O809 O1023 X355 X380 O380 | P0506
        MEA O737 O738 X739 XC001 X740 X741 O935 X936 O752 O1373 | C0504 C0604 L07030506 E0803 R03050608
        NM1 M98 M1065 O1035 O1036 O1037 O1038 O1039 X66 X67 X706 O98 | P0809 C1110
        NX2 M1106 M166 O1096
        PAM X673 X380 XC001 X522 X782 X344 X374 O373 O337 X374 X373 X337 X1004 X954 O1073 | P0405 C0706 C0807 C0907
            L101112 C1110 P1314 P010203 R020514?
        PO1 O350 X330 O355 X212 O639 X235 X234 X235 X234 X235 X234 X235 X234 X235 X234 X235 X234 X235 X234 X235 X234
            X235 X234 X235 X234 | C0302 C0504 P0607 P0809 P1011 P1213 P1415 P1617 P1819 P2021 P2223 P2425
        POC O350 M670 O330 X671 XC001 X212 O639 X235 X234 X235 X234 X235 X234 X235 X234 X235 X234 X235 X234 X235 X234
            X235 X234 X235 X234 X235 X234 | C0706 P0809 P1011 P1213 P1415 P1617 P1819 P2021 P2223 P2425 P2627 C030405
        SAC M248 X1300 X559 X1301 O610 X378 X332 O118 X355 X380 O380 O331 X127 O770 X352 O819 | R0203 P0304 P0607 P0910
            C1110 L130204 C1413 C1615
        SN1 O350 M382 M355 O646 X330 X355 O728 O668 | P0506
        TED M647 O3 O721 O719 O722 O725 O724 O961
        VEH O554 O539 O1095 X559 X127 O127 X127 O82 O127 O156 O310 O1073 O610 O1073 O610 O306 | L040507 C0504 C0704
        """#

    /// The code lists of 004030 as differences from 005010.
    static let codes004030: StaticString = #"""
        716+: 20 21 22
        718+: 20 21 22
        718-: 18
        723-: 12 13
        """#

    /// What differs in the set structures of 004030 from those of 005010.
    static let changes004030: StaticString = #"""
        810
          IT1/SLN/SAC O 25
        820
          drop TXP/REF
          drop TXP/DTM
        824
          drop OTI/TED/CTX
        832
          LIN/CTP O ×100
          drop LIN/CTP/TXI
          drop LIN/CTP/ITD
          drop LIN/CTP/G40/G93
          LIN/CTP/LS/LM M ×>1
          drop LIN/CTP/LS.2
        846
          LIN/QTY/LS/REF M ×>1
        850
          PO1/LS/LDT M ×>1
          drop PO1/SLN/MEA
          PO1/AMT/REF O 1
        855
          drop PO1/SLN/MEA
        856
          HL/LH1/LH4 O 1
        860
          POC/LS/LDT M ×>1
          drop POC/SLN/MEA
          POC/AMT/REF O 1
        865
          drop POC/SLN/MEA
        997
          AK2 O ×999999
          AK2/AK3 O ×999999
        """#
}
