extension StandardText {
    /// The structure of the 861 in 005010, ST and SE left out; the article "The standard as text" tells how to read it.
    static let set861v005010: StaticString = #"""
        861 RC Receiving Advice/Acceptance Certificate
        # heading
        BRA M 1
        CUR O 1
        REF O >1
        PER O 3
        DTM M 10
        PRF O 25
        TD1 O 2
        TD5 O 12
        TD3 O 12
        TD4 O 5
        MEA O 40
        N1 O ×200 {
          N2 O 2
          N3 O 2
          N4 O 1
          REF O 100
          PER O 3
          FOB O 1
        }
        LM O ×10 {
          LQ M 100
        }
        FA1 O ×>1 {
          FA2 M >1
        }
        # detail
        RCD O ×200000 {
          SN1 O 1
          CUR O 1
          LIN O 100
          PID O 1000
          PO4 O 100
          REF O 12
          PER O 3
          DTM O 10
          PRF O 25
          MEA O >1
          FOB O 1
          TD1 O 20
          TD5 O 12
          TD3 O 12
          TD4 O 5
          SAC O 10
          MAN O >1
          LM O ×10 {
            LQ M 100
          }
          SLN O ×100 {
            PID O 1000
            NM1 O 1
            LM O ×10 {
              LQ M 100
            }
          }
          N1 O ×200 {
            N2 O 2
            N3 O 2
            N4 O 1
            REF O 100
            PER O 3
            FOB O 1
          }
          FA1 O ×>1 {
            FA2 M >1
          }
        }
        # summary
        CTT O 1
        """#
}
