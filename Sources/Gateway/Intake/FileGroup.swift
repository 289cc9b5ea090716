/// Divides files into groups that are worked in one transaction, so that many share one sync of the disk.
enum FileGroup {
    /// More files than this would keep a writer beside the gateway waiting, and documents from their receivers.
    static let mostFiles = 512
    /// The bytes of a group are in memory at once.
    static let mostBytes = 8 * 1024 * 1024

    /// Divides files in their order. One that is larger than `largest` is worked alone: it may hold thousands of
    /// interchanges, each of which is a transaction then.
    static func groups<File>(of files: [File], size: (File) -> Int, largest: Int) -> [[File]] {
        var groups: [[File]] = []
        var group: [File] = []
        var bytes = 0
        for file in files {
            let size = size(file)
            if !group.isEmpty, size > largest || group.count == mostFiles || bytes + size > mostBytes {
                groups.append(group)
                group = []
                bytes = 0
            }
            group.append(file)
            bytes += size
            if size > largest {
                groups.append(group)
                group = []
                bytes = 0
            }
        }
        if !group.isEmpty { groups.append(group) }
        return groups
    }
}
