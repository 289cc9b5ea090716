extension StandardText {
    /// The structure of the 999 in 005010, ST and SE left out; the article "The standard as text" tells how to read it.
    static let set999v005010: StaticString = #"""
        999 FA Implementation Acknowledgment
        # heading
        AK1 M 1
        AK2 O ×>1 {
          IK3 O ×>1 {
            CTX O 10
            IK4 O ×>1 {
              CTX O 10
            }
          }
          IK5 M 1
        }
        AK9 M 1
        """#
}
