import CLinux
import Glibc

// Folders, owners, limits, clock and disk.
extension Examination {
    /// Whether the folders of a root are there.
    func folders() -> [Symptom] {
        var status = stat()
        guard unsafe stat(root.path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            return [
                Symptom("root", .wrong, "\(root.path) is no folder", "`edigate init \(root.path)` makes a root")
            ]
        }
        let missing = (GatewayRoot.folders + GatewayRoot.privateFolders).filter { name in
            unsafe lstat("\(root.path)/\(name)", &status) != 0 || status.st_mode & S_IFMT != S_IFDIR
        }
        guard missing.isEmpty else {
            return [
                Symptom(
                    "root", .wrong, "folders are missing: \(missing.joined(separator: ", "))",
                    "`edigate init \(root.path)` makes them")
            ]
        }
        return [Symptom("root", .well, root.path)] + volumes()
    }

    /// Files are taken and given by moving them, which is one step on one volume only.
    private func volumes() -> [Symptom] {
        var work = stat()
        guard unsafe stat("\(root.path)/work", &work) == 0 else { return [] }
        let others = ["drop", "canonical", "archive"].filter { name in
            var status = stat()
            return unsafe stat("\(root.path)/\(name)", &status) == 0 && status.st_dev != work.st_dev
        }
        guard !others.isEmpty else { return [] }
        return [
            Symptom(
                "volumes", .warning,
                "\(others.joined(separator: ", ")) lie on another volume than work/: files are copied, not moved",
                "put the whole root on one volume")
        ]
    }

    /// Whether the gateway's user can work there, and others cannot look into what is private.
    func ownership() -> [Symptom] {
        var symptoms: [Symptom] = []
        for name in GatewayRoot.folders + GatewayRoot.privateFolders {
            let folder = "\(root.path)/\(name)"
            var status = stat()
            guard unsafe stat(folder, &status) == 0 else { continue }
            if access(folder, R_OK | W_OK | X_OK) != 0 {
                symptoms.append(
                    Symptom(
                        "permissions", .wrong,
                        "\(folder) cannot be read and written by user \(geteuid()): \(words(errno))",
                        "chown -R \(geteuid()) \(root.path), or run as user \(status.st_uid)"))
            }
            if GatewayRoot.privateFolders.contains(name), status.st_mode & 0o077 != 0 {
                symptoms.append(
                    Symptom(
                        "permissions", .wrong,
                        "\(folder) can be looked into by others (mode \(String(status.st_mode & 0o777, radix: 8)))",
                        "chmod 700 \(folder)"))
            }
        }
        return symptoms.isEmpty ? [Symptom("permissions", .well, "user \(geteuid())")] : symptoms
    }

    // MARK: - Limits

    /// Whether the drops can be watched and the files opened.
    func limits(_ partners: Int) -> [Symptom] {
        var symptoms: [Symptom] = []
        // A watch for each partner's drop, one for outbound/, and room for what else runs as this user.
        let needed = partners + 64
        if let watches = Self.number(in: "/proc/sys/fs/inotify/max_user_watches"), watches < needed {
            symptoms.append(
                Symptom(
                    "inotify", .wrong, "\(watches) watches a user, and \(partners) drops to watch",
                    "sysctl fs.inotify.max_user_watches=\(max(needed * 2, 65_536))"))
        }
        if let instances = Self.number(in: "/proc/sys/fs/inotify/max_user_instances"), instances < 16 {
            symptoms.append(
                Symptom(
                    "inotify", .warning, "\(instances) instances a user: other programs may leave none",
                    "sysctl fs.inotify.max_user_instances=128"))
        }
        var limit = rlimit()
        if unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0,
            limit.rlim_cur < UInt(256 + partners)
        {
            symptoms.append(
                Symptom(
                    "open files", .wrong, "\(limit.rlim_cur) files may be open at once",
                    "ulimit -n 4096, or LimitNOFILE=4096 in the unit"))
        }
        return symptoms.isEmpty
            ? [Symptom("limits", .well, "inotify and open files suffice for \(partners) partners")] : symptoms
    }

    static func number(in path: String) -> Int? {
        guard let folder = try? Folder.open(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])),
            let name = path.split(separator: "/").last, let file = try? folder.open(String(name))
        else { return nil }
        var source = FileSource(file)
        let bytes = (try? source.bytes(in: 0..<32)) ?? []
        return Int(String(decoding: bytes.prefix { (0x30...0x39).contains($0) }, as: UTF8.self))
    }

    // MARK: - Clock

    /// Whether the clock can be believed. Times are kept in UTC; the zone matters to people and to other programs only.
    func clock() -> [Symptom] {
        var symptoms: [Symptom] = []
        // 2025-01-01: before this there was no gateway.
        if time < 1_735_689_600_000 {
            symptoms.append(
                Symptom(
                    "clock", .wrong, "it says \(EnvelopeMoment.text(time))", "set the clock before anything is sent"))
        }
        if clock_is_kept() == 0 {
            symptoms.append(
                Symptom(
                    "clock", .warning, "the kernel says that nothing keeps the clock right",
                    "run chrony or systemd-timesyncd: deadlines and duplicates are judged by it"))
        }
        let zone = getenv("TZ").map { unsafe String(cString: $0) } ?? ""
        let name = zone.isEmpty ? "the system's zone" : zone
        return symptoms.isEmpty
            ? [Symptom("clock", .well, "\(EnvelopeMoment.text(time)) UTC, shown in UTC whatever \(name) is")] : symptoms
    }

    // MARK: - Disk

    /// Whether there is room for what comes.
    func disk() -> [Symptom] {
        var status = statvfs()
        guard unsafe statvfs(root.path, &status) == 0, status.f_blocks > 0 else {
            return [Symptom("disk", .wrong, "\(root.path): \(words(errno))", "look at the volume")]
        }
        let free = UInt64(status.f_bavail) * UInt64(status.f_frsize)
        let share = Int(UInt64(status.f_bavail) * 100 / UInt64(status.f_blocks))
        let size = "\(free / 1_000_000) MB free, \(share) %"
        var symptoms: [Symptom] = []
        if free < 1_000_000_000 || share < 3 {
            symptoms.append(
                Symptom("disk", .wrong, size, "make room: `edigate purge` takes away what the policies let go"))
        } else if share < 10 {
            symptoms.append(Symptom("disk", .warning, size, "make room before month's end"))
        }
        if status.f_files > 0, status.f_favail * 100 / status.f_files < 5 {
            symptoms.append(
                Symptom(
                    "disk", .wrong, "\(status.f_favail) inodes free", "take away small files, or enlarge the volume"))
        }
        return symptoms.isEmpty ? [Symptom("disk", .well, size)] : symptoms
    }
}

/// A moment in words.
enum EnvelopeMoment {
    static func text(_ milliseconds: Int64) -> String {
        let moment = Moment(milliseconds: milliseconds)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(moment.day) \(two(moment.minutes / 60)):\(two(moment.minutes % 60))"
    }
}
