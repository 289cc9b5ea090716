extension StandardText {
    /// The data elements of 006030 that 006020 has not, or has otherwise.
    static let elements006030: StaticString = #"""
        876 N0 1/3 Alternate Tiers per Pallet
        """#

    /// The composites and segments of 006030 that 006020 has not, or has otherwise.
    static let segments006030: StaticString = #"""
        """#

    /// The code lists of 006030 as differences from 006020.
    static let codes006030: StaticString = #"""
        98+: L4 SL1 SL2
        128+: PCJ PRK TPC USD
        235+: GV HA HB V1 V2 V3 V4 V5 V6
        735+: BT
        1005+: 0009
        """#

    /// What differs in the set structures of 006030 from those of 006020.
    static let changes006030: StaticString = #"""
        810
          IT1/SDQ O >1
        850
          PO1/SDQ O >1
        855
          PO1/SDQ O >1
        860
          POC/SDQ O >1
        865
          POC/SDQ O >1
        """#
}
