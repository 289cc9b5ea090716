/// The unit by which systemd keeps a watch running.
enum UnitFile {
    /// The unit for a program and a root, both by their full paths.
    static func text(program: String, root: String) -> String {
        """
        [Unit]
        Description=edigate: X12 EDI gateway on \(root)
        After=local-fs.target network.target
        StartLimitIntervalSec=300
        StartLimitBurst=10

        [Service]
        Type=notify
        ExecStart=\(quoted(program)) watch --root \(quoted(root))
        ExecReload=/bin/kill -HUP $MAINPID
        Restart=on-failure
        RestartSec=2
        # The watch says every half minute that it lives, while it works too.
        WatchdogSec=60
        TimeoutStopSec=60
        User=edigate
        # drop/<partner>/in belongs to the partner's account and to this group, with mode 2770.
        Group=edigate
        UMask=0027
        # To ask whether somebody still writes to a file of another account: see `edigate watch --help`.
        AmbientCapabilities=CAP_LEASE
        CapabilityBoundingSet=CAP_LEASE
        NoNewPrivileges=yes
        ProtectSystem=strict
        ReadWritePaths=\(quoted(root))
        ProtectHome=read-only
        PrivateTmp=yes
        PrivateDevices=yes
        ProtectKernelTunables=yes
        ProtectControlGroups=yes
        RestrictSUIDSGID=yes
        LockPersonality=yes

        [Install]
        WantedBy=multi-user.target
        """
    }

    /// A path as systemd reads it: in quotes, with its own signs doubled.
    private static func quoted(_ path: String) -> String {
        let escaped = path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("%", with: "%%")
            .replacing("$", with: "$$")
        return path.utf8.allSatisfy { $0 > 0x20 && $0 != 0x22 && $0 != 0x27 && $0 != 0x5C }
            ? escaped : "\"\(escaped)\""
    }
}
