// X12Tests
