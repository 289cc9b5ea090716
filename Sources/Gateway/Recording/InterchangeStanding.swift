import X12

/// How an interchange stands to what came before.
enum InterchangeStanding {
    /// Nothing like it was processed.
    case new
    /// Its envelope is refused: nothing of it is processed.
    case refused
    /// The interchange with this id had the same bytes.
    case retransmission(of: Int)
    /// The interchange with this id had the same control number and other bytes.
    case collision(of: Int)
    /// Its control number is out of its order, and the partner's policy holds it for that.
    case outOfOrder(Finding)
}
