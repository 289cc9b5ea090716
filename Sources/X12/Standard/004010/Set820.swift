extension StandardText {
    /// The structure of the 820 in 004010, ST and SE left out; the article "The standard as text" tells how to read it.
    static let set820v004010: StaticString = #"""
        820 RA Payment Order/Remittance Advice
        # heading
        BPR M 1
        NTE O >1
        TRN O 1
        CUR O 1
        REF O >1
        DTM O >1
        N1 O ×>1 {
          N2 O >1
          N3 O >1
          N4 O 1
          REF O >1
          PER O >1
          RDM O 1
          DTM O 1
        }
        # detail
        ENT O ×>1 {
          NM1 O ×>1 {
            N2 O >1
            N3 O >1
            N4 O 1
            REF O >1
            PER O >1
          }
          ADX O ×>1 {
            NTE O >1
            PER O >1
            DTM O 1
            REF O ×>1 {
              DTM O >1
            }
            IT1 O ×>1 {
              REF O ×>1 {
                DTM O 1
              }
              SAC O ×>1 {
                TXI O >1
              }
              SLN O ×>1 {
                REF O ×>1 {
                  DTM O >1
                }
                SAC O ×>1 {
                  TXI O >1
                }
              }
            }
          }
          RMR O ×>1 {
            NTE O >1
            REF O >1
            DTM O >1
            IT1 O ×>1 {
              REF O ×>1 {
                DTM O 1
              }
              SAC O ×>1 {
                TXI O >1
              }
              SLN O ×>1 {
                REF O ×>1 {
                  DTM O >1
                }
                SAC O ×>1 {
                  TXI O >1
                }
              }
            }
            ADX O ×>1 {
              NTE O >1
              PER O >1
              REF O ×>1 {
                DTM O >1
              }
              IT1 O ×>1 {
                REF O ×>1 {
                  DTM O 1
                }
                SAC O ×>1 {
                  TXI O >1
                }
                SLN O ×>1 {
                  REF O ×>1 {
                    DTM O >1
                  }
                  SAC O ×>1 {
                    TXI O >1
                  }
                }
              }
            }
          }
        }
        TXP O ×>1 {
          TXI O >1
        }
        DED O ×>1 {
        }
        LX O ×>1 {
          REF O >1
          TRN O >1
          NM1 O ×>1 {
            REF O >1
            G53 O 1
            AIN O ×>1 {
              QTY O >1
              DTP O >1
            }
            PEN O ×>1 {
              AMT O >1
              DTP O >1
              INV O ×>1 {
                DTP O >1
              }
            }
          }
        }
        N9 O ×1 {
          AMT O ×>1 {
            REF O >1
          }
          N1 O ×>1 {
            REF O >1
            EMS O ×>1 {
              ATN O >1
              AIN O >1
              PYD O >1
            }
          }
        }
        RYL O ×>1 {
          NM1 O ×>1 {
            LOC O ×>1 {
              PID O ×>1 {
                DTM O 1
                PCT O ×>1 {
                  QTY O 1
                  AMT O ×>1 {
                    ADX O >1
                  }
                }
              }
            }
            ASM O ×1 {
              ADX O 1
            }
          }
        }
        """#
}
