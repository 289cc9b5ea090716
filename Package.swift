// swift-tools-version: 6.3
import PackageDescription

// Every server processor since 2009 has these instructions, which the compiler does not use unless it is told: without
// them, counting bits is a dozen. The program says so where it is started on an older one.
#if arch(x86_64)
    let processor = ["-Xcc", "-march=x86-64-v2"]
#else
    let processor: [String] = []
#endif

// Arrows point down only; `swift build --explicit-target-dependency-import-check error` holds it.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    // The hot path crosses from X12 into Translation and Commerce: without this, each call per element is a call.
    .unsafeFlags(["-cross-module-optimization"] + processor, .when(configuration: .release)),
]
/// A program with the Swift runtime in it starts in two thirds of the time, and needs no Swift where it runs. The last
/// three are what FoundationEssentials rests on, which is found by itself only where it is a library of its own.
let whole: [LinkerSetting] = [
    .unsafeFlags(
        ["-static-stdlib", "-use-ld=lld", "-l_FoundationICU", "-l_FoundationCollections", "-l_FoundationCShims"],
        .when(configuration: .release))
]
/// The pure targets also spell out every unsafe operation.
let pure = strict + [.strictMemorySafety()]

let package = Package(
    name: "edigate",
    products: [
        .executable(name: "edigate", targets: ["edigate"]),
        .executable(name: "edigate-bench", targets: ["edigate-bench"]),
    ],
    dependencies: [],
    targets: [
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CVector"),
        .target(name: "X12", dependencies: ["CVector"], swiftSettings: pure),
        .target(name: "Commerce", dependencies: ["CVector"], swiftSettings: pure),
        .target(name: "Translation", dependencies: ["X12", "Commerce"], swiftSettings: pure),
        .target(name: "Partners", dependencies: ["X12", "Commerce"], swiftSettings: pure),
        .target(
            name: "Exchange", dependencies: ["X12", "Commerce", "Translation", "Partners", "COpenSSL"],
            swiftSettings: pure),
        .target(
            name: "Reconciliation", dependencies: ["X12", "Commerce", "Partners"], swiftSettings: pure),
        .target(
            name: "Certification", dependencies: ["X12", "Commerce", "Partners", "Exchange", "Reconciliation"],
            swiftSettings: pure),
        .target(name: "Ledger", dependencies: ["CSQLite", "COpenSSL"], swiftSettings: strict),
        .target(
            name: "Gateway",
            dependencies: [
                "X12", "Commerce", "Translation", "Partners", "Exchange", "Reconciliation", "Ledger", "CLinux",
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "edigate",
            dependencies: [
                "X12", "Commerce", "Translation", "Partners", "Exchange", "Reconciliation", "Certification", "Ledger",
                "Gateway", "CVector",
            ],
            swiftSettings: strict, linkerSettings: whole),
        .executableTarget(
            name: "edigate-bench",
            dependencies: ["X12", "Commerce", "Translation", "Partners", "Exchange", "Ledger", "Gateway"],
            swiftSettings: strict),
        .target(
            name: "InterchangeTestSupport", dependencies: ["Exchange", "Partners", "X12"],
            path: "Tests/InterchangeTestSupport",
            swiftSettings: strict),
        .testTarget(
            name: "ConformanceTests", dependencies: ["Exchange", "X12", "InterchangeTestSupport"],
            swiftSettings: strict),
        .testTarget(name: "X12Tests", dependencies: ["X12", "InterchangeTestSupport"], swiftSettings: strict),
        .testTarget(name: "CommerceTests", dependencies: ["Commerce"], swiftSettings: strict),
        .target(
            name: "ProgramTestSupport", dependencies: ["CLinux"], path: "Tests/ProgramTestSupport",
            swiftSettings: strict),
        .target(
            name: "EndpointTestSupport", dependencies: ["ProgramTestSupport"], path: "Tests/EndpointTestSupport",
            swiftSettings: strict),
        .testTarget(
            name: "KillTests", dependencies: ["edigate", "CSQLite", "EndpointTestSupport", "ProgramTestSupport"],
            exclude: ["Shim"],
            swiftSettings: strict),
        .testTarget(
            name: "SFTPTests", dependencies: ["edigate", "Ledger", "EndpointTestSupport", "ProgramTestSupport"],
            exclude: ["client.py"], swiftSettings: strict),
        .testTarget(
            name: "CommandTests", dependencies: ["edigate", "ProgramTestSupport"], swiftSettings: strict),
        .testTarget(
            name: "TranslationTests",
            dependencies: ["Translation", "X12", "Commerce", "Exchange", "InterchangeTestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "ExchangeTests",
            dependencies: [
                "Exchange", "X12", "Commerce", "Translation", "Partners", "InterchangeTestSupport",
                "ProgramTestSupport",
            ],
            swiftSettings: strict),
        .testTarget(name: "LedgerTests", dependencies: ["Ledger"], swiftSettings: strict),
        .testTarget(name: "PartnersTests", dependencies: ["Partners", "X12", "Commerce"], swiftSettings: strict),
        .testTarget(
            name: "ReconciliationTests", dependencies: ["Reconciliation", "Partners", "Commerce", "X12"],
            swiftSettings: strict),
        .testTarget(
            name: "CertificationTests",
            dependencies: ["Certification", "Exchange", "Partners", "Commerce", "X12", "InterchangeTestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "GatewayTests",
            dependencies: [
                "Gateway", "Ledger", "Exchange", "Partners", "Commerce", "Reconciliation", "X12",
                "EndpointTestSupport", "ProgramTestSupport",
            ],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
