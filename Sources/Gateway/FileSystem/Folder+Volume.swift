import CLinux

extension Folder {
    /// File systems on which other machines may write, of which this one's kernel tells nothing: NFS, SMB, CIFS, FUSE,
    /// 9P, Ceph, AFS.
    private static let remote: Set<UInt> = [
        0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42, 0x6573_5546, 0x0102_1997, 0x00C3_6400, 0x5346_414F,
    ]

    /// Whether the folder is on a network file system.
    var isRemote: Bool { Self.remote.contains(file_system_type(descriptorPath)) }
}
