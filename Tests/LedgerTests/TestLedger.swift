import AWSModel
import Foundation
import Ledger

/// A ledger in a folder of its own that goes when the test does.
final class TestLedger {
    let folder: String
    var path: String { "\(folder)/state/ledger.sqlite" }

    init() throws {
        folder = FileManager.default.temporaryDirectory.path + "/ledger-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func open() throws -> Ledger { try Ledger.open(at: path) }

    static func intent(_ token: String, walkthrough: String? = nil) -> Intent {
        Intent(
            token: token, walkthrough: walkthrough, account: "123456789012", region: "us-west-2",
            call: "startRestoreJob", resource: "arn:aws:s3:::media", request: #"{"startRestoreJob":{}}"#,
            operatorName: "ann@bastion")
    }

    static func walkthrough(_ id: String, at moment: Date = noon) -> SavedWalkthrough {
        SavedWalkthrough(
            id: id, scenario: "region-lost", account: "123456789012", operatorName: "ann@bastion",
            state: #"{"step":"paths"}"#, startedAt: moment)
    }
}

/// 2026-11-20T12:00:00Z
let noon = Date(timeIntervalSince1970: 1_795_176_000)

extension LeaseHolder {
    /// A process of a host that the tests make up.
    static func made(_ process: Int32, host: String = "bastion", boot: String = "first", started: Int64 = 100)
        -> LeaseHolder
    {
        LeaseHolder(
            host: host, boot: boot, namespace: "pid:[1]", process: process, started: started,
            operatorName: "ann@\(host)")
    }
}
