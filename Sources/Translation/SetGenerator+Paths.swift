import Commerce
public import X12

/// A place in a transaction set: a segment and an element of it.
public struct SetPlace: Hashable, Sendable {
    /// The ordinal of the segment, ST being 1.
    public var segmentIndex: Int
    /// The position of the element, from 1.
    public var element: Int

    /// Makes a place.
    public init(segmentIndex: Int, element: Int) {
        self.segmentIndex = segmentIndex
        self.element = element
    }
}

extension SetGenerator {
    /// The JSON path of each element of the set that a document becomes, so that what is refused of the set can be told
    /// of the document; empty when the document cannot be read.
    ///
    /// - Parameters:
    ///   - json: Bytes that hold the document.
    ///   - range: Where in them it lies.
    ///   - standard: The version it is written in.
    ///   - delimiters: Those of the interchange.
    /// - Returns: The paths by segment and element.
    public func paths(
        of json: [UInt8], in range: Range<Int>, standard: Standard, delimiters: Delimiters
    ) -> [SetPlace: String] {
        guard let kind = try? kind(of: json, in: range).get() else { return [:] }
        return switch kind {
        case .purchaseOrder: paths(PurchaseOrder.self, json, range, standard, delimiters)
        case .orderAcknowledgment: paths(OrderAcknowledgment.self, json, range, standard, delimiters)
        case .shipNotice: paths(ShipNotice.self, json, range, standard, delimiters)
        case .invoice: paths(Invoice.self, json, range, standard, delimiters)
        case .transactionSet: genericPaths(json, range, standard, delimiters)
        }
    }

    private func paths<D: TranslatedDocument>(
        _ type: D.Type, _ json: [UInt8], _ range: Range<Int>, _ standard: Standard, _ delimiters: Delimiters
    ) -> [SetPlace: String] {
        guard let document = try? read(type, json, range).get(), let structure = standard.structure(of: D.set) else {
            return [:]
        }
        return PathWriter.places(of: document, in: structure, delimiters: delimiters).paths
    }

    private func genericPaths(
        _ json: [UInt8], _ range: Range<Int>, _ standard: Standard, _ delimiters: Delimiters
    ) -> [SetPlace: String] {
        guard let document = try? read(TransactionSet.self, json, range).get() else { return [:] }
        var writer = TransactionSetWriter(
            standard: standard, delimiters: delimiters, suffix: [], isLatin1: false, notesPaths: true)
        let text = String(decoding: writer.write(document).bytes, as: UTF8.self)
        let separators = [delimiters.segment, delimiters.element].map { Character(UnicodeScalar($0)) }
        var paths: [SetPlace: String] = [:]
        for (index, segment) in text.split(separator: separators[0]).enumerated() where index < writer.paths.count {
            let parts = segment.split(separator: separators[1], omittingEmptySubsequences: false)
            for element in 1..<max(parts.count, 1) {
                let reference = "\(parts[0])\(element < 10 ? "0" : "")\(element)"
                paths[SetPlace(segmentIndex: index + 2, element: element)] =
                    "\(writer.paths[index]).elements.\(reference)"
            }
        }
        return paths
    }
}
