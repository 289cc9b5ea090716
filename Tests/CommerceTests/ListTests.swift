import Commerce
import Testing

@Suite struct ListTests {
    @Test func `an emptied list hands its elements out again, blank`() {
        var lines: List<OrderLine> = []
        for number in 1...3 {
            let line = lines.addBlank()
            lines[line].number = Text("line number \(number), long enough for the heap")
            lines[line].references.append(Reference())
            lines[line].price = Decimal(number)
        }
        lines.clear()
        #expect(lines.isEmpty && lines == [])
        let line = lines.addBlank()
        #expect(lines[line] == OrderLine())
        #expect(Array(lines) == [OrderLine()])
    }

    @Test func `what stands behind the end is no part of a list`() {
        var list: List<Message> = [Message(), Message(), Message()]
        list[2].text = "last"
        list.clear()
        list.append(Message())
        list += [Message()]
        #expect(list.count == 2 && list == [Message(), Message()])
        list.removeLast()
        list.insert(contentsOf: [Message()], at: 0)
        #expect(list == [Message(), Message()])
        #expect(List<Message>() != list)
    }

    @Test func `a copy of a list keeps its elements when the list is emptied`() {
        var list: List<Message> = [Message()]
        list[0].text = "kept"
        let copy = list
        list.clear()
        #expect(copy.first?.text == "kept" && list.isEmpty)
    }

    /// A document that is read into over and over must not remember the one before.
    @Test func `a blank document is a new one`() {
        func check<D: Document>(_ type: D.Type) {
            var document = D()
            var filling = FillingReader()
            document.code(&filling)
            #expect(document != D())
            document.makeBlank()
            document.head = DocumentHead(kind: D.kind)
            #expect(document == D(), "\(type)")
        }
        check(PurchaseOrder.self)
        check(OrderAcknowledgment.self)
        check(ShipNotice.self)
        check(Invoice.self)
    }
}

@Suite struct ByteBufferTests {
    @Test func `a copy that goes on does not write into the other`() {
        var one = JSONWriter()
        one.write(Message())
        var other = one
        other.write(Message())
        one.removeAll()
        one.string("x")
        #expect(one.string == "\"x\"")
        #expect(other.string == "{}{}")
    }

    @Test func `bytes taken back and given a part of stay inside what was written`() {
        var buffer = ByteBuffer(capacity: 1)
        for byte in 0..<UInt8(100) { buffer.append(byte) }
        #expect(buffer.bytes == Array(0..<100) && buffer[90..<200] == Array(90..<100))
        buffer.count = 10
        buffer.count = 50
        #expect(buffer.count == 10)
    }
}
