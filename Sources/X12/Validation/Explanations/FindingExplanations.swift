/// What each finding means, in words for the person who gets it; read only when someone asks.
///
/// An entry is the finding's name, a paragraph, and an example: `bad` and `good` with a set's number in front are
/// segments of such a set, which the tests judge, or elements such as `GS08=003040` of its envelope. One with `-` in
/// front is in words. In a good example nothing at all stands for "without it".
enum FindingExplanations {
    static let texts = [envelope, content, guides, repairs, business]
}
