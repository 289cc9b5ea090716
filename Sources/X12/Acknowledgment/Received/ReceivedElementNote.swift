/// A fault that a partner found in an element we sent: an AK4 or IK4.
public struct ReceivedElementNote: Sendable, Equatable {
    /// AK401-1: the element's position, 1 the first behind the identifier. `nil` when it is no number.
    public var element: Int?
    /// AK401-2: the component's position in its composite; `nil` when it is about the whole element.
    public var component: Int?
    /// AK401-3: which repetition, from 1, from 005010 on; else `nil`.
    public var repetition: Int?
    /// AK402: the data element's number in the dictionary, such as `355`; often empty.
    public var number = ""
    /// AK403 (element 723) or IK403 (621).
    public var code = ""
    /// AK404: the copy of the bad value; `nil` when the partner sent none.
    public var value: String?
    /// The CTX under the IK4.
    public var contexts: [ReceivedContext] = []

    /// Makes a note that says nothing yet.
    public init() {}
}
