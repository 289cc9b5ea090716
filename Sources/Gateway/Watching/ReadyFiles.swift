/// Files that are complete and wait for their turn: the most urgent lane first, in it the oldest of each partner, and
/// all partners by turns, so that no one's backlog keeps another's order waiting.
struct ReadyFiles {
    private struct Queue {
        var files: [WaitingFile] = []
        var head = 0

        var first: WaitingFile? { head < files.count ? files[head] : nil }

        /// Adds files in their order. A backlog comes in many calls, of which none may sort all that wait anew.
        mutating func add(_ new: [WaitingFile]) {
            if head > files.count / 2 { forgetTaken() }
            guard new.count > 32 else {
                for file in new { files.insert(file, at: place(of: file)) }
                return
            }
            forgetTaken()
            // Two runs that are sorted each: merged, not sorted.
            files += new.sorted(by: WaitingFile.precedes)
            files.sort(by: WaitingFile.precedes)
        }

        private mutating func forgetTaken() {
            files.removeFirst(head)
            head = 0
        }

        /// Behind all that goes before a file: mostly the end, where it costs nothing.
        private func place(of file: WaitingFile) -> Int {
            guard let last = files.last, WaitingFile.precedes(file, last) else { return files.count }
            var low = head
            var high = files.count
            while low < high {
                let middle = low + (high - low) / 2
                if WaitingFile.precedes(file, files[middle]) { high = middle } else { low = middle + 1 }
            }
            return low
        }
    }

    private var lanes: [Int: [String: Queue]] = [:]
    private var paths: Set<String> = []
    /// The partner whose turn it was last.
    private var last = ""

    var isEmpty: Bool { paths.isEmpty }
    var count: Int { paths.count }

    /// Adds files; one that waits already is not added again.
    mutating func add(_ files: [WaitingFile]) {
        let new = files.filter { paths.insert("\($0.folder)/\($0.name)").inserted }
        for (lane, files) in Dictionary(grouping: new, by: \.lane) {
            for (partner, files) in Dictionary(grouping: files, by: \.partner) {
                lanes[lane, default: [:]][partner, default: Queue()].add(files)
            }
        }
    }

    /// Takes out the files of the next group, at most as many and as large as a transaction should be.
    mutating func nextGroup(largest: Int) -> [WaitingFile] {
        // What is urgent goes in a group of its own, which is not held up by what is not.
        guard let lane = lanes.keys.min() else { return [] }
        return takeByTurns(lane, largest: largest).sorted(by: WaitingFile.precedes)
    }

    private mutating func takeByTurns(_ lane: Int, largest: Int) -> [WaitingFile] {
        let partners = (lanes[lane] ?? [:]).keys.sorted()
        guard !partners.isEmpty else { return [] }
        let start = partners.firstIndex { $0 > last } ?? 0
        let share = max(1, FileGroup.mostFiles / partners.count)
        var group: [WaitingFile] = []
        var bytes = 0
        for partner in partners[start...] + partners[..<start] {
            var taken = 0
            while taken < share, group.count < FileGroup.mostFiles, let file = lanes[lane]?[partner]?.first {
                let isLarge = file.size > largest
                // A large file is worked alone.
                if !group.isEmpty, isLarge || bytes + file.size > FileGroup.mostBytes { return group }
                group.append(file)
                bytes += file.size
                taken += 1
                last = partner
                remove(file, lane, partner)
                if isLarge { return group }
            }
        }
        return group
    }

    private mutating func remove(_ file: WaitingFile, _ lane: Int, _ partner: String) {
        paths.remove("\(file.folder)/\(file.name)")
        lanes[lane]?[partner]?.head += 1
        if lanes[lane]?[partner]?.first == nil { lanes[lane]?[partner] = nil }
        if lanes[lane]?.isEmpty ?? false { lanes[lane] = nil }
    }
}
