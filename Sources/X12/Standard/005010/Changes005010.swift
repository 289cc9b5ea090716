extension StandardText {
    /// What differs in the set structures of 005010 from those of 004010.
    static let changes005010: StaticString = #"""
        810
          behind PAM {
            CRC O 1
          }
          IT1/TXI O >1
          IT1/SAC O ×>1
          drop IT1/SAC/TXI
          into IT1/SAC {
            TXI O ×>1 {
              DTM O 1
            }
          }
          IT1/SLN/SAC O >1
          IT1/SLN/TXI O >1
          TXI O >1
          SAC O ×>1
          drop SAC/TXI
          into SAC {
            DTM O >1
            TXI O ×>1 {
              DTM O 1
            }
          }
        820
          into ENT {
            FA1 O ×>1 {
              FA2 M >1
            }
          }
          into ENT/ADX/IT1 {
            RPA O 1
            QTY O 1
          }
          behind ENT/ADX/IT1/SAC/TXI {
            DTM O 10
          }
          behind ENT/ADX/IT1 {
            FA1 O ×>1 {
              FA2 M >1
            }
          }
          behind ENT/RMR/DTM {
            VEH O 1
          }
          into ENT/RMR/IT1 {
            RPA O 1
            QTY O 1
          }
          into ENT/RMR/ADX/IT1 {
            RPA O 1
            QTY O 1
          }
          behind ENT/RMR/ADX/IT1/SAC/TXI {
            DTM O 10
          }
          behind ENT/RMR/ADX {
            FA1 O ×>1 {
              FA2 M >1
            }
          }
          behind TXP/TXI {
            REF O >1
            DTM O >1
          }
          into N9 {
            REF O >1
          }
        824
          into OTI/TED {
            CTX O 10
          }
        850 855 860 865
          drop N9/MSG
          behind N9/DTM {
            MTX O >1
            PWK O >1
            EFI O >1
          }
          behind N1/N2 {
            IN2 O >1
          }
        850 860
          drop LDT
          drop SPI/MSG
          behind SPI/DTM {
            MTX O >1
          }
          drop SPI/N1/MSG
          behind SPI/N1/G61 {
            MTX O >1
          }
          drop SPI/CB1/MSG
          behind SPI/CB1/LDT {
            MTX O >1
          }
        850 855
          drop PO1/N9/MSG
          behind PO1/N1/N2 {
            IN2 O >1
          }
          drop PO1/SLN/MSG
          into PO1/SLN {
            MTX O >1
          }
          behind PO1/SLN/PO3 {
            MEA O >1
          }
          drop PO1/SLN/N9/MSG
          behind PO1/SLN/N9/DTM {
            MTX O >1
          }
          behind PO1/SLN/N1/N2 {
            IN2 O >1
          }
        850
          TD5 O >1
          behind TXI {
            LDT O ×>1 {
              QTY O >1
              MTX O >1
              REF O >1
            }
          }
          drop PO1/MSG
          behind PO1/MAN {
            MTX O >1
          }
          drop PO1/LS/LDT/MSG
          behind PO1/LS/LDT/QTY {
            MTX O >1
          }
          behind PO1/N9/MEA {
            MTX O >1
            PWK O >1
            EFI O >1
          }
          drop PO1/N1/LDT/MSG
          behind PO1/N1/LDT/QTY {
            MTX O >1
          }
          PO1/AMT/REF O >1
        855
          drop N1/MSG
          behind N1/PKG {
            MTX O >1
          }
          behind PO1/N9/DTM {
            MTX O >1
            PWK O >1
            EFI O >1
          }
        856
          drop HL/TD3
          behind HL/TD5 {
            TD3 O ×12 {
              AT9 O 1
            }
          }
          HL/LH1/LH4 O 4
        860 865
          drop POC/MSG
          behind POC/SPI {
            MTX O >1
          }
          drop POC/N9/MSG
          behind POC/N9/DTM {
            MTX O >1
            PWK O >1
            EFI O >1
          }
          behind POC/N1/N2 {
            IN2 O >1
          }
          drop POC/N1/LDT/MSG
          behind POC/N1/LDT/QTY {
            MTX O >1
          }
          drop POC/SLN/MSG
          into POC/SLN {
            MTX O >1
          }
          behind POC/SLN/PO3 {
            MEA O >1
          }
          behind POC/SLN/N9/DTM {
            MTX O >1
          }
          behind POC/SLN/N1/N2 {
            IN2 O >1
          }
        860
          behind PCT {
            LDT O ×>1 {
              QTY O >1
              MTX O >1
              REF O >1
            }
          }
          behind POC/SCH/TD4 {
            REF O >1
          }
          drop POC/LS/LDT/MSG
          behind POC/LS/LDT/QTY {
            MTX O >1
          }
          drop POC/SLN/N9/MSG
          POC/AMT/REF O >1
        861
          behind LM {
            FA1 O ×>1 {
              FA2 M >1
            }
          }
          behind RCD/N1 {
            FA1 O ×>1 {
              FA2 M >1
            }
          }
        864
          MIT/MSG M >1
        865
          drop LDT
          behind G53 {
            LDT O ×>1 {
              QTY O >1
              MTX O >1
            }
          }
          drop N1/MSG
          behind N1/PKG {
            MTX O >1
          }
          behind ADV {
            LM O ×>1 {
              LQ M >1
            }
          }
          behind POC/CTB {
            LM O ×>1 {
              LQ M >1
            }
          }
          drop POC/LDT/MSG
          behind POC/LDT/QTY {
            MTX O >1
          }
        997
          AK2 O ×>1
          AK2/AK3 O ×>1
        """#
}
