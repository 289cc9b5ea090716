/// Plain values put on top of one another and taken off again, in memory that is kept.
///
/// What an array of them is, without its question at each change whether it shares its memory: the reader of a set
/// changes these at each segment. A copy shares the memory until ``reset()`` is called on either, which a reader does
/// before each set.
@safe
struct Stack<Value: BitwiseCopyable> {
    /// The memory, let go with the last stack that holds it.
    @safe
    private final class Memory {
        let start: UnsafeMutablePointer<Value>
        let capacity: Int

        init(capacity: Int) {
            unsafe start = .allocate(capacity: capacity)
            self.capacity = capacity
        }

        deinit { unsafe start.deallocate() }
    }

    private var memory = Memory(capacity: 64)
    /// The number of values.
    private(set) var count = 0

    /// Takes all values off, and gives this stack memory of its own when it shares that of a copy.
    mutating func reset() {
        count = 0
        if !isKnownUniquelyReferenced(&memory) { memory = Memory(capacity: memory.capacity) }
    }

    /// Puts a value on top.
    @inline(__always)
    mutating func append(_ value: Value) {
        if count == memory.capacity { grow() }
        unsafe memory.start[count] = value
        count &+= 1
    }

    @inline(never)
    private mutating func grow() {
        let larger = Memory(capacity: memory.capacity * 2)
        unsafe larger.start.update(from: memory.start, count: count)
        memory = larger
    }

    /// Takes values off until there are `count`, which is no more than there are.
    @inline(__always)
    mutating func removeLast(downTo count: Int) {
        precondition(count >= 0 && count <= self.count, "no such value")
        self.count = count
    }

    /// The value at an index, from the bottom.
    @inline(__always)
    subscript(index: Int) -> Value {
        get {
            precondition(index >= 0 && index < count, "no such value")
            return unsafe memory.start[index]
        }
        _modify {
            precondition(index >= 0 && index < count, "no such value")
            yield unsafe &memory.start[index]
        }
    }

    /// The value on top.
    var last: Value? { count > 0 ? self[count &- 1] : nil }

    /// The values, from the bottom.
    var values: [Value] { (0..<count).map { self[$0] } }
}
