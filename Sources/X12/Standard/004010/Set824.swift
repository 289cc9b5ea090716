extension StandardText {
    /// The structure of the 824 in 004010, ST and SE left out; the article "The standard as text" tells how to read it.
    static let set824v004010: StaticString = #"""
        824 AG Application Advice
        # heading
        BGN M 1
        N1 O ×>1 {
          N2 O 2
          N3 O 2
          N4 O 1
          REF O 12
          PER O 3
        }
        # detail
        OTI M ×>1 {
          REF O 12
          DTM O 2
          PER O 3
          AMT O >1
          QTY O >1
          NM1 O 9
          TED O ×>1 {
            NTE O 100
            RED O 100
          }
          LM O ×>1 {
            LQ M ×100 {
              RED O 100
            }
          }
        }
        """#
}
