import CLinux
import Glibc
public import Partners

extension GatewayRoot {
    /// Looks whether a partner's drop folders are there and can be used: the gateway takes files out of `in` and puts
    /// some into the others, and nobody else may read what lies there.
    public func lintDrop(of partner: String) -> [LintFinding] {
        Self.dropFolders.flatMap { part -> [LintFinding] in
            let folder = "\(path)/\(Self.drop(partner, part))"
            var status = stat()
            guard unsafe lstat(folder, &status) == 0 else {
                return [
                    LintFinding(
                        .dropMissing, file: folder, "the folder is not there: \(words(errno))",
                        "`edigate init \(path)` makes the folders of every partner")
                ]
            }
            guard status.st_mode & S_IFMT == S_IFDIR else {
                return [
                    LintFinding(
                        .dropMissing, file: folder, "a file or link stands where the folder should be",
                        "take it away; the gateway follows no link there")
                ]
            }
            return lintPermissions(of: folder, status)
        }
    }

    private func lintPermissions(of folder: String, _ status: stat) -> [LintFinding] {
        var findings: [LintFinding] = []
        let mode = status.st_mode & 0o7777
        // Root may everything, and says nothing about who will run the gateway.
        if geteuid() != 0, access(folder, R_OK | W_OK | X_OK) != 0 {
            findings.append(
                LintFinding(
                    .dropPermissions, isError: true, file: folder,
                    "the gateway's user (\(geteuid())) cannot read and write it: it is of user \(status.st_uid), mode "
                        + String(mode, radix: 8),
                    "chown it, or put both users into one group and chmod 2770"))
        }
        if geteuid() == 0, let rootOwner = Self.owner(of: path), status.st_uid != rootOwner, mode & 0o020 == 0,
            rootOwner != 0
        {
            findings.append(
                LintFinding(
                    .dropPermissions, isError: true, file: folder,
                    "it is of user \(status.st_uid), and the root of user \(rootOwner), who cannot write there",
                    "chown -R \(rootOwner) \(folder), or chmod g+w with a common group"))
        }
        if mode & 0o002 != 0 {
            findings.append(
                LintFinding(
                    .dropPermissions, isError: true, file: folder,
                    "everybody may write there (mode \(String(mode, radix: 8))): any user can send in this partner's name",
                    "chmod o-w \(folder)"))
        }
        return findings
    }

    private static func owner(of path: String) -> uid_t? {
        var status = stat()
        return unsafe stat(path, &status) == 0 ? status.st_uid : nil
    }
}
