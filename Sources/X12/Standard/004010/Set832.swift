extension StandardText {
    /// The structure of the 832 in 004010, ST and SE left out; the article "The standard as text" tells how to read it.
    static let set832v004010: StaticString = #"""
        832 SC Price/Sales Catalog
        # heading
        BCT M 1
        CTP O 100
        REF O >1
        YNQ O 10
        PER O >1
        DTM O 10
        CTB O 25
        CUR O 5
        ITD O 2
        LDT O >1
        SAC O >1
        TD1 O >1
        TD5 O >1
        TD3 O >1
        TD4 O >1
        FOB O 1
        PKG O >1
        G93 O 50
        TXI O >1
        AAA O 1
        N1 O ×>1 {
          N2 O 2
          N3 O 2
          N4 O >1
          REF O 12
          PKG O >1
          PER O >1
          DTM O 10
        }
        LM O ×>1 {
          LQ M >1
        }
        N9 O ×>1 {
          DTM O >1
        }
        # detail
        LIN O ×>1 {
          PO1 O 1
          G53 O 1
          SI O >1
          DTM O 10
          REF O >1
          YNQ O 10
          PER O >1
          CRD O >1
          CTB O 25
          PID O 200
          MEA O 40
          PKG O 25
          PO4 O 1
          TD1 O >1
          TD5 O >1
          TD3 O >1
          TD4 O >1
          ITD O 2
          LDT O 1
          SAC O >1
          FOB O 1
          AAA O 1
          TC2 O 2
          TXI O >1
          G55 O 1
          G54 O 1
          CTP O ×100 {
            G40 O 99
            DTM O 10
            G36 O 1
            LDT O 1
            CUR O 5
            PO4 O 1
            CTB O 5
            REF O >1
            G43 O 9999
            SAC O >1
            G26 O 99
          }
          N1 O ×>1 {
            N2 O 2
            N3 O 2
            N4 O 1
            REF O 12
            PER O >1
            DTM O 10
            PKG O >1
          }
          G39 O ×>1 {
            CTP O 1
          }
          PKL O ×20 {
            CTP O 1
            PKG O 2
          }
          LFG O ×1 {
            CRC O ×>1 {
              QTY O 1
            }
          }
          LM O ×>1 {
            LQ M >1
          }
          SLN O ×>1 {
            SI O >1
            PID O >1
            DTM O >1
            CTP O >1
            PAM O >1
            PO4 O >1
            PKG O >1
            QTY O >1
            MEA O >1
            SAC O >1
            MTX O >1
            LM O ×>1 {
              LQ M >1
            }
          }
          N9 O ×>1 {
            DTM O >1
          }
        }
        # summary
        CTT O 1
        """#
}
