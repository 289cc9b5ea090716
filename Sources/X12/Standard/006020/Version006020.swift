extension StandardText {
    /// The data elements of 006020 that 005030 has not, or has otherwise.
    static let elements006020: StaticString = #"""
        55 AN 2/30 Flight/Voyage Number
        213 N0 1/6 Lading Line Item Number
        234 AN 1/80 Product/Service ID
        609 N0 1/9 Count
        789 ID 2/2 Drawing Sheet Size Code
        1069 ID 2/2 Individual Relationship Code
        1165 ID 1/1 Confidentiality Code
        1203 ID 2/3 Maintenance Reason Code
        1204 AN 1/50 Plan Coverage Description
        1205 ID 2/3 Insurance Line Code
        1207 ID 3/3 Coverage Level Code
        1209 ID 1/1 Underwriting Decision Code
        1211 ID 2/3 Drug House Code
        1216 ID 1/1 Benefit Status Code
        1218 ID 1/1 Medicare Plan Code
        1219 ID 1/2 Consolidated Omnibus Budget Reconciliation Act (COBRA) Qualifying Event Code
        1220 ID 1/1 Student Status Code
        1701 ID 1/1 Eligibility Reason Code
        """#

    /// The composites and segments of 006020 that 005030 has not, or has otherwise.
    static let segments006020: StaticString = #"""
        C052 M1218 O1701 O1701 O1701
        C063 O380 O380 O380 O380 O380 O380
        DMG X1250 X1251 O1068 O1067 XC056*10 O1066 O26 O659 O380 X1270 X1271 O26 | P0102 P1011 C1105
        EMS O352 O1176 O1149 O584 X128 X127 X127 X128 X66 X67 O332 O584 X66 X67 O1176*5 | P0506 P0708 P0910 P1314
        HD  M875 O1203 O1205 O1204 O1207 O609 O609 O1209 O1073 O1211 O1073
        INS M1073 M1069 O875 O1203 O1216 OC052 O1219 O584 O1220 O1073 X1250 X1251 O1165 O19 O156 O26 O1470 | P1112
        LH1 M355 M80 O277 O200 O22 X355 X380 O595 O665 O254 O1375 O1271 | P0607
        PAL O883 O884 O885 O356 X395 X355 X82 X189 X65 X355 X384 X355 X385 X355 O399 O810 O1699 O380 | P0506 C0710
            C0810 C0910 L10070809 P1112 P1314
        POC O350 M670 O380 OC063 XC001 X212 O639 X235 X234 X235 X234 X235 X234 X235 X234 X235 X234 X235 X234 X235 X234
            X235 X234 X235 X234 X235 X234 | C0305 C0706 P0809 P1011 P1213 P1415 P1617 P1819 P2021 P2223 P2425 P2627
        PWK M755 O756 O757 O98 X66 X67 O352 OC002 O1525 X1270 X1271 | P0506 P1011
        TRD M738 M128 M127 M355 M739
        TRT M687 X128 X127 X128 X127 X355 X739 | P0203 P0405 P0607
        """#

    /// The code lists of 006020 as differences from 005030.
    static let codes006020: StaticString = #"""
        92+: DN DO EP FS PD WT
        98+: BKP BRA BRB CNT CTR DBG DPR FTZ IOR ISF LPR MBR OBG PEB PER PPE RED REP SEG ZON
        128+: AEW AGR AGS AGT AIG AIN ALL ALV ALX ALY ANI ANT ATH BIC BIN CED CEN CER CES CIN CSK CVI DEI DID DIN ECN
            EPN FCE FRC GDT I10 IGR INA ITN LEL LOP MDC MDL NPN PCS PDF PLI PMA POD REP RTP SFB SFT SPP SUP SUQ ULC URI
            X10 X11 X12 X13
        235+: DB GW GX NP UZ XN
        353+: SB
        355+: 1S 1Z 3Z 42 49 55 75 EK EL ES ET K0 V3 V4 V5 V6 ZT ZU ZV
        374+: BED BEE BES BIA BSD FSE FSS ILU IMB LSD PCT PCU PDS PDT PDU PDW PED PSD PUD
        618+: I5
        1005+: 0008
        """#

    /// What differs in the set structures of 006020 from those of 005030.
    static let changes006020: StaticString = #"""
        810
          behind CRC {
            MTX O 5
          }
          IT1/ITD O >1
        820
          behind RYL {
            INS O ×>1 {
              QTY O >1
              NM1 O 1
              REF O >1
              DMG O 1
              DTP O >1
              ADX O ×>1 {
                DTM O 1
              }
              HD O ×>1 {
                DTP O >1
                REF O >1
                RMR O ×>1 {
                  REF O >1
                  DTM O >1
                  ADX O ×>1 {
                    REF O >1
                  }
                }
              }
              N1 O ×>1 {
                REF O >1
                DTM O >1
              }
            }
          }
        824
          OTI/REF O >1
          OTI/DTM O >1
        832
          ITD O >1
          LIN/ITD O >1
          behind LIN/G54 {
            TRT O ×>1 {
              TRD O >1
            }
          }
          LIN/CTP/ITD O >1
          behind LIN/CTP/LS {
            N1 O ×>1 {
              N2 O 2
              N3 O 2
              N4 O 2
            }
            N1 O ×>1 {
              N2 O 2
              N3 O 2
              N4 O 1
              REF O 12
              PER O >1
              DTM O 10
              MTX O >1
              PKG O >1
              PAL O >1
              SPI O 1
            }
            G39 O ×>1 {
              CTP O 1
            }
            PKL O ×20 {
              CTP O 1
              PKG O 2
              G53 O 1
              DTM O >1
            }
            LFG O ×1 {
              CRC O ×>1 {
                QTY O 1
              }
            }
          }
          drop LIN/CTP/LS.2
          drop LIN/N1
          drop LIN/G39
          drop LIN/PKL
          drop LIN/LFG
        846
          behind LIN/QTY/LS {
            N1 O ×200 {
              N2 O 2
              N3 O 2
              N4 O 1
              REF O 12
              PER O 3
            }
          }
          drop LIN/N1
        850
          PO1/ITD O >1
        855
          ITD O >1
          PO1/ITD O >1
        860
          ITD O >1
          POC/ITD O >1
        864
          MIT/MSG O >1
          behind MIT/MSG {
            MTX O >1
          }
        865
          ITD O >1
          POC/ITD O >1
        """#
}
