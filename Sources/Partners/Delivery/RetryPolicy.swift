/// Says how often and when a failed attempt is made again.
public struct RetryPolicy: Sendable, Hashable {
    /// How many attempts may fail before a delivery is given up, from 1.
    public var attempts = 12
    /// How long to wait after the first failure, in seconds, from 1.
    public var first = 30
    /// The longest wait, in seconds, at least ``first``.
    public var most = 21_600

    /// Makes the policy of the base layer: 12 attempts over some 14 hours.
    public init() {}

    /// How long to wait after so many failures, in milliseconds: twice as long each time up to the longest wait, and of
    /// that between a half and the whole, so that what failed together does not come back together.
    ///
    /// The share follows from the seed and the count alone: the same delivery waits the same time in every run.
    public func delay(after failures: Int, seed: String) -> Int64 {
        let doublings = min(max(failures &- 1, 0), 40)
        let whole = min(Int64(first) &* 1_000 &<< Int64(doublings), Int64(most) &* 1_000)
        let limit = whole < 0 ? Int64(most) &* 1_000 : whole
        return limit / 2 &+ Int64(Self.share(seed, failures) % UInt64(limit / 2 &+ 1))
    }

    /// FNV-1a over the seed and the count, its bits mixed.
    private static func share(_ seed: String, _ count: Int) -> UInt64 {
        var hash = seed.utf8.fnv1a
        hash = (hash ^ UInt64(truncatingIfNeeded: count)) &* 0x100_0000_01B3
        hash = (hash ^ hash &>> 33) &* 0xFF51_AFD7_ED55_8CCD
        return hash ^ hash &>> 33
    }
}

/// Says when an endpoint that fails is left alone for a while.
public struct BreakerPolicy: Sendable, Hashable {
    /// After how many failures in a row, from 1.
    public var failures = 5
    /// For how long at first, in seconds, from 1; twice as long each time it fails again.
    public var pause = 30
    /// For how long at most, in seconds.
    public static let longestPause = 900

    /// Makes the policy of the base layer: after five failures, for 30 seconds to a quarter of an hour.
    public init() {}

    /// How long nothing is sent after the breaker opened so many times in a row, in milliseconds.
    public func pause(after openings: Int) -> Int64 {
        let doublings = min(max(openings &- 1, 0), 20)
        return min(Int64(pause) &<< Int64(doublings), Int64(max(Self.longestPause, pause))) &* 1_000
    }
}

extension Sequence<UInt8> {
    /// The hash FNV-1a, of 64 bits: the same in every process.
    var fnv1a: UInt64 { reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } }
}
