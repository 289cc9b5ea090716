import Commerce

extension StoreAllocation {
    /// Walks the elements of SDQ: ten pairs of store and quantity at most, up to the first empty one.
    mutating func codeElements<Coding: SetCoding>(_ segment: inout Coding) {
        segment.text(1, &unit)
        segment.text(2, &scheme)
        for pair in 0..<10 {
            var share = StoreQuantity()
            if !Coding.isReading {
                guard pair < stores.count else { break }
                share = stores[pair]
            }
            segment.text(3 &+ pair &* 2, &share.store)
            segment.decimal(4 &+ pair &* 2, &share.quantity)
            guard Coding.isReading else { continue }
            guard !share.store.isEmpty || share.quantity != nil else { break }
            stores.append(share)
        }
        segment.text(23, &location)
    }
}
