/// What an exchange keeps from set to set: buffers, and documents that are filled again instead of made anew.
///
/// Exchanges that follow one another may share it, so that a small file costs what is in it. One at a time: a memory
/// stays with its thread.
public final class ExchangeMemory {
    let judge = SetJudge()

    /// Makes an empty memory.
    public init() {}
}
