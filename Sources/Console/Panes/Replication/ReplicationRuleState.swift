import AWSModel
import Canvas
import Posture

/// How one rule stands, by the paths that the verdict of its bucket rests on: there is no second opinion.
struct ReplicationRuleState: Hashable, Sendable {
    struct Kind: Hashable, Sendable {
        let text: String
        let role: Role
        /// The worst is 0.
        let severity: Int
    }

    let kind: Kind
    /// Of the destination; nil where it was not read.
    let region: Region?
    /// The most important first.
    let reasons: [String]

    static let worksSeverity = 5

    init(of bucket: Bucket, rule index: Int, in judged: JudgedInventory) {
        let rules = bucket.replication.value?.rules ?? []
        guard rules.indices.contains(index) else {
            self.init("? unread", .unknown, 3, nil, [])
            return
        }
        let rule = rules[index]
        let destination = judged.inventory.destinations[rule.destination.bucketName]
        let region = destination?.region.value
        guard rule.isEnabled else {
            let isKnown = rule.status == .known(.disabled)
            self.init(isKnown ? "– disabled" : "? \(rule.status.wire)", isKnown ? .neutral : .unknown, 4, region, [])
            return
        }
        let resource = judged.resource(ARN.bucket(bucket.name, partition: judged.inventory.partition).text)
        let target = ARN.bucket(rule.destination.bucketName, partition: judged.inventory.partition).text
        if let path = resource?.paths.first(where: { $0.mechanism == .s3Replication && $0.target == target }) {
            self.init(path, region: region)
        } else if let region, region == bucket.region.value {
            self.init(
                "✗ same region", .bad, 0, region, ["the destination lies in \(region.name) too: no outage is survived"])
        } else if destination?.region.isAbsent == true {
            self.init("✗ no bucket", .bad, 0, nil, ["the destination does not exist"])
        } else if destination?.region.isRead != true {
            let gap = destination?.region.gap ?? "not read"
            self.init("? unread", .unknown, 3, nil, ["the destination was not read: \(gap)"])
        } else {
            self.init("✗ cannot work", .bad, 0, region, resource.map { [$0.reason] } ?? [])
        }
    }

    private init(_ path: RecoveryPath, region: Region?) {
        if path.suffices {
            let isSeen = path.assurance != .configured
            self.init(
                isSeen ? "✓ works" : "✓ configured", isSeen ? .good : .text,
                isSeen ? Self.worksSeverity + 1 : Self.worksSeverity,
                region, path.reasons)
        } else if path.isUnread {
            self.init("? unread", .unknown, 3, region, path.reasons)
        } else if !path.healthy {
            self.init("✗ failing", .bad, 1, region, path.reasons)
        } else {
            self.init("! partial", .warning, 2, region, path.reasons)
        }
    }

    private init(_ text: String, _ role: Role, _ severity: Int, _ region: Region?, _ reasons: [String]) {
        kind = Kind(text: text, role: role, severity: severity)
        self.region = region
        self.reasons = reasons
    }

    var text: String { kind.text }
    var role: Role { kind.role }
    var severity: Int { kind.severity }
}
