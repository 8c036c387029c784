import Foundation

/// Where the repository is, and whether its screens are to be recorded anew.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let records = ProcessInfo.processInfo.environment["LIFEBOAT_RECORD_SCREENS"] == "1"
}
