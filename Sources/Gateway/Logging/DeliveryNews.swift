/// What became of one delivery, for the log. It is gathered only while there is one.
struct DeliveryNews {
    enum What: Equatable {
        /// An attempt begins.
        case tried
        /// Its receiver has it, under a name where it has one.
        case placed(String?)
        /// An attempt failed, and it is tried again.
        case failed
        /// It was given up.
        case dead
    }

    var deliveryID: Int
    var what: What
    /// Where it goes.
    var endpoint: String
    /// Which attempt it was, from 1; 0 where they are not counted.
    var attempt = 0
    /// How long the attempt took, in milliseconds; nil where that says nothing.
    var milliseconds: Int64?
    /// What was wrong, without a word of what the receiver said: that may hold anything.
    var reason = ""
}
