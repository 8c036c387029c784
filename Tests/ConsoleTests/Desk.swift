import AWSModel
import Canvas
import Foundation
import Posture

@testable import Console

/// An interface over a small account, driven by keys.
struct Desk {
    var model: Model
    var effects: [Effect] = []
    static let moment = Date(timeIntervalSince1970: 1_795_000_000)

    init(buckets: [String] = ["logs", "media", "notes"], size: Size = Size(columns: 80, rows: 24)) {
        model = Model(size: size, now: Self.moment, account: AccountState())
        take(.surveyBegan)
        take(.surveyed(Self.inventory(buckets)))
        effects = []
    }

    static func read<Value>(_ value: Value) -> Reading<Value> {
        Reading(.value(value), call: "test:Read", region: "us-east-1", at: moment)
    }
    static func absent<Value>() -> Reading<Value> {
        Reading(.absent, call: "test:Read", region: "us-east-1", at: moment)
    }

    static func inventory(_ buckets: [String], status: RegionState.Status = .answered) -> Inventory {
        Inventory(
            takenAt: moment,
            caller: read(CallerIdentity(account: "111122223333", arn: "arn:aws:iam::111122223333:user/x", userID: "X")),
            partition: "aws", regions: [RegionState(name: "us-east-1", status: status)],
            bucketListing: read(buckets.count),
            buckets: buckets.map { name in
                Bucket(
                    name: name, region: read("us-east-1"), versioning: read(BucketVersioning(status: .known(.enabled))),
                    replication: absent(), encryption: read(BucketEncryption(algorithm: .known(.sseS3))),
                    lifecycle: absent(), objectLock: absent(), notification: absent(), tags: read([]))
            },
            destinations: [:], backup: [], keys: [:], roles: [:], replicationMetrics: [])
    }

    mutating func take(_ message: Message) {
        for effect in update(&model, message, now: Self.moment) {
            switch effect {
            case .arrange(let task): take(.arranged(task.run()))
            case .picture(let inventory, let isFinal):
                take(.pictured(Picture(of: inventory, now: Self.moment), isFinal: isFinal))
            default: effects.append(effect)
            }
        }
    }

    mutating func press(_ keys: Key...) { for key in keys { take(.key(key)) } }
    mutating func type(_ text: String) { for character in text { press(.character(character)) } }
    var copied: [String]? {
        guard case .copy(let lines) = effects.last else { return nil }
        return lines
    }
    var screen: String { ScreenCapture.text(of: Screen.frame(of: model)) }
    var selected: String? { model.list.selectedIdentity }
}
