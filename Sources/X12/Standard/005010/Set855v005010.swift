extension StandardText {
    /// The structure of the 855 in 005010, ST and SE left out; the article "The standard as text" tells how to read it.
    static let set855v005010: StaticString = #"""
        855 PR Purchase Order Acknowledgment
        # heading
        BAK M 1
        CUR O 1
        REF O >1
        PER O 3
        TAX O >1
        FOB O >1
        CTP O >1
        PAM O 10
        CSH O 1
        SAC O ×25 {
          CUR O 1
        }
        ITD O 5
        DIS O 20
        INC O 1
        DTM O 10
        LDT O 12
        LIN O 5
        SI O >1
        PID O 200
        MEA O 40
        PWK O 25
        PKG O 25
        TD1 O 2
        TD5 O 12
        TD3 O 12
        TD4 O 5
        MAN O 10
        TXI O >1
        CTB O >1
        N9 O ×1000 {
          DTM O >1
          MTX O >1
          PWK O >1
          EFI O >1
        }
        N1 O ×200 {
          N2 O 2
          IN2 O >1
          N3 O 2
          N4 O 1
          NX2 O >1
          REF O 12
          PER O >1
          SI O >1
          FOB O 1
          TD1 O 2
          TD5 O 12
          TD3 O 12
          TD4 O 5
          PKG O 25
          MTX O >1
        }
        ADV O ×>1 {
          DTM O >1
          MTX O >1
        }
        # detail
        PO1 O ×100000 {
          LIN O >1
          SI O >1
          CUR O 1
          PO3 O 25
          CTP O >1
          PAM O 10
          MEA O 40
          PID O ×1000 {
            MEA O 10
          }
          PWK O 25
          PO4 O >1
          REF O >1
          PER O 3
          SAC O ×25 {
            CUR O 1
          }
          IT8 O 1
          CSH O >1
          ITD O 2
          DIS O 20
          INC O 1
          TAX O >1
          FOB O >1
          SDQ O 500
          DTM O 10
          LDT O 12
          TD1 O 1
          TD5 O 12
          TD3 O 12
          TD4 O 5
          ACK O ×104 {
            DTM O 1
          }
          MAN O 10
          AMT O 1
          CTB O >1
          TXI O >1
          QTY O ×>1 {
            SI O >1
          }
          PKG O ×200 {
            MEA O >1
          }
          SCH O ×200 {
            TD1 O 2
            TD5 O 12
            TD3 O 12
            TD4 O 5
            REF O >1
          }
          N9 O ×1000 {
            DTM O >1
            MTX O >1
            PWK O >1
            EFI O >1
          }
          N1 O ×200 {
            N2 O 2
            IN2 O >1
            N3 O 2
            N4 O 1
            NX2 O >1
            REF O 12
            PER O 3
            SI O >1
            DTM O 1
            FOB O 1
            SCH O 200
            TD1 O 2
            TD5 O 12
            TD3 O 12
            TD4 O 5
            QTY O >1
            PKG O 25
          }
          SLN O ×1000 {
            MTX O >1
            SI O >1
            PID O 1000
            PO3 O 25
            MEA O >1
            CTP O 25
            PAM O 10
            ACK O 104
            SAC O ×10 {
              CUR O 1
            }
            DTM O 10
            PO4 O 1
            TAX O 3
            ADV O >1
            QTY O ×>1 {
              SI O >1
            }
            N9 O ×>1 {
              DTM O >1
              MTX O >1
            }
            N1 O ×10 {
              N2 O 2
              IN2 O >1
              N3 O 2
              N4 O 1
              NX2 O >1
              REF O 12
              PER O 3
              SI O >1
            }
          }
        }
        # summary
        CTT O ×1 {
          AMT O 1
        }
        """#
}
