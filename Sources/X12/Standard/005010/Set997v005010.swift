extension StandardText {
    /// The structure of the 997 in 005010, ST and SE left out; the article "The standard as text" tells how to read it.
    static let set997v005010: StaticString = #"""
        997 FA Functional Acknowledgment
        # heading
        AK1 M 1
        AK2 O ×>1 {
          AK3 O ×>1 {
            AK4 O 99
          }
          AK5 M 1
        }
        AK9 M 1
        """#
}
