extension StandardText {
    /// The structure of the 864 in 005010, ST and SE left out; the article "The standard as text" tells how to read it.
    static let set864v005010: StaticString = #"""
        864 TX Text Message
        # heading
        BMG M 1
        DTM O 10
        N1 O ×200 {
          N2 O 2
          N3 O 2
          N4 O 1
          REF O 12
          PER O 3
        }
        # detail
        MIT M ×>1 {
          N1 O ×200 {
            N2 O 2
            N3 O 2
            N4 O 1
            REF O 12
            PER O 3
          }
          MSG M >1
        }
        """#
}
