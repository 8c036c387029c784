// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// The targets and arrows of the house; an import that is not listed here does not build (`make check`).
let package = Package(
    name: "lifeboat",
    products: [.executable(name: "lifeboat", targets: ["lifeboat"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // C libraries, each behind a header of plain functions.
        .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
        .target(name: "COpenSSL", linkerSettings: [.linkedLibrary("crypto")]),
        .target(name: "CExpat", linkerSettings: [.linkedLibrary("expat")]),
        .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw")]),
        .target(name: "CMalloc"),

        // What AWS says: names, enumerations and documents. Pure values, no I/O.
        .target(name: "AWSModel", swiftSettings: settings),

        // Sign, send, retry, decode, credentials, endpoints. Knows no service.
        .target(
            name: "AWSCore",
            dependencies: [
                "AWSModel", "CCurl", "COpenSSL", "CExpat", .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),

        // Typed operations, one folder a service. Knows no posture.
        .target(name: "AWSServices", dependencies: ["AWSCore", "AWSModel"], swiftSettings: settings),

        // Inventory, verdicts, findings. Pure: no I/O, no clock, no environment.
        .target(name: "Posture", dependencies: ["AWSModel"], swiftSettings: settings),

        // Reads an account into an inventory. Can only read.
        .target(
            name: "Survey", dependencies: ["AWSServices", "AWSCore", "AWSModel", "Posture"], swiftSettings: settings),

        // The walkthrough of a recovery as a value, and the calls it would make. Pure.
        .target(name: "Recovery", dependencies: ["Posture", "AWSModel"], swiftSettings: settings),

        // The only target that changes an account.
        .target(
            name: "Execution", dependencies: ["Recovery", "Posture", "AWSServices", "AWSCore", "AWSModel"],
            swiftSettings: settings),

        // A local SQLite database: snapshots, drills, the journal of restores.
        .target(
            name: "Ledger", dependencies: ["AWSModel", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: settings),

        // An assessment as text, JSON or Markdown. Pure.
        .target(name: "Report", dependencies: ["Posture", "AWSModel"], swiftSettings: settings),

        // Cells, styles, layout, widgets: what a screen is made of. Pure.
        .target(name: "Canvas", swiftSettings: settings),

        // The interface as a value: model, update, view, commands. Pure.
        .target(
            name: "Console", dependencies: ["Canvas", "Recovery", "Posture", "AWSModel"], swiftSettings: settings),

        // What lifeboat.yaml sets. Pure.
        .target(
            name: "Settings",
            dependencies: ["Console", "Posture", "AWSModel", .product(name: "Yams", package: "Yams")],
            swiftSettings: settings),

        // A terminal: shows frames, tells keys. Nothing else touches it.
        .target(name: "CursesTerminal", dependencies: ["Canvas", "CNcurses"], swiftSettings: settings),

        // An AWS account in memory that answers the same wire.
        .target(name: "SimulatedAWS", dependencies: ["AWSCore", "AWSModel"], swiftSettings: settings),
        .target(
            name: "SimulatedAWSServer",
            dependencies: [
                "SimulatedAWS", "AWSCore", "AWSModel",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            swiftSettings: settings),

        .executableTarget(
            name: "lifeboat",
            dependencies: [
                "AWSCore", "AWSModel", "AWSServices", "Posture", "Survey", "Report", "SimulatedAWS",
                "SimulatedAWSServer", "Canvas", "Console", "CursesTerminal", "Settings", "Recovery", "Execution",
                "Ledger", "CMalloc",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),

        // Times the analyzer alone: `make bench`.
        .executableTarget(
            name: "analyzer-bench", dependencies: ["Posture", "AWSModel"], path: "Tests/Benchmarks/Analyzer",
            swiftSettings: settings),

        // Opens, writes and claims in a ledger from a process of its own: what a test kills.
        .executableTarget(
            name: "ledger-worker", dependencies: ["Ledger", "AWSModel"], path: "Tests/LedgerWorker",
            swiftSettings: settings),

        .testTarget(name: "AWSModelTests", dependencies: ["AWSModel"], swiftSettings: settings),
        .testTarget(
            name: "AWSCoreTests", dependencies: ["AWSCore", "AWSModel"],
            exclude: [
                "Signing/botocore_signatures.py", "Signing/Vectors", "Credentials/Botocore",
                "Configuration/botocore_config_files.py", "Endpoints/botocore_endpoints.py",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "AWSServicesTests", dependencies: ["AWSServices", "AWSCore", "AWSModel"], exclude: ["Conformance"],
            swiftSettings: settings),
        .testTarget(name: "CanvasTests", dependencies: ["Canvas"], swiftSettings: settings),
        .testTarget(
            name: "ConsoleTests", dependencies: ["Console", "Canvas", "Recovery", "Posture", "AWSModel"],
            swiftSettings: settings),
        .testTarget(
            name: "CursesTerminalTests", dependencies: ["CursesTerminal", "Canvas", "CNcurses"],
            swiftSettings: settings),
        // The interface as it is wired, without a terminal.
        .testTarget(
            name: "InterfaceTests",
            dependencies: [
                "lifeboat", "Console", "Canvas", "CursesTerminal", "Recovery", "Ledger", "Posture", "SimulatedAWS",
                "AWSCore", "AWSModel",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "LedgerTests", dependencies: ["Ledger", "AWSModel", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: settings),
        .testTarget(
            name: "ExecutionTests",
            dependencies: [
                "Execution", "Recovery", "Posture", "Survey", "SimulatedAWS", "AWSServices", "AWSCore", "AWSModel",
            ],
            swiftSettings: settings),
        // The analyzer against a naive implementation on random accounts.
        .testTarget(
            name: "OracleTests", dependencies: ["Posture", "Survey", "SimulatedAWS", "AWSCore", "AWSModel"],
            swiftSettings: settings),
        .testTarget(name: "PostureTests", dependencies: ["Posture", "AWSModel"], swiftSettings: settings),
        .testTarget(
            name: "RecoveryTests", dependencies: ["Recovery", "Posture", "AWSModel"],
            exclude: ["Review/commands.txt"], swiftSettings: settings),
        .testTarget(
            name: "ReportTests", dependencies: ["Report", "Posture", "AWSModel"],
            exclude: ["Fixtures", "Schema"], swiftSettings: settings),
        .testTarget(
            name: "SurveyTests",
            dependencies: ["Survey", "AWSServices", "AWSCore", "AWSModel", "Posture", "Report", "SimulatedAWS"],
            swiftSettings: settings),
        .testTarget(
            name: "ScreenTests",
            dependencies: [
                "Console", "Canvas", "Recovery", "Posture", "Survey", "SimulatedAWS", "AWSCore", "AWSModel",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "SettingsTests", dependencies: ["Settings", "Console", "Posture", "AWSModel"], swiftSettings: settings
        ),
        .testTarget(
            name: "SimulatedAWSTests",
            dependencies: ["SimulatedAWS", "SimulatedAWSServer", "AWSServices", "AWSCore", "AWSModel"],
            swiftSettings: settings),
    ],
    cLanguageStandard: .c11
)
