package import AWSModel
package import Foundation

/// A table of DynamoDB in one region; the replicas of a global table are tables of their own (3.5).
package struct SimulatedTable: Sendable {
    package let name: String
    package let region: Region
    package let arn: ARN
    /// The shape of a UUID.
    package let id: String
    package let createdAt: Date
    package var tags: [String: String] = [:]
    package var size = ByteCount(0)
    package var itemCount = 0
    package var keyARN: String?
    package var deletionProtection = false
    /// When point in time recovery was switched on; nil is off (3.4).
    package var recoverableSince: Date?
    /// 1…35
    package var recoveryPeriodInDays = 35
    /// `CREATING` until then (3.5).
    package var readyAt: Date
    /// What its status as a replica is instead of `ACTIVE`, when something is wrong: `REGION_DISABLED`.
    package var replicaTrouble: String?
    /// How far it is behind the other replicas, for CloudWatch to tell; nil is no data (3.5).
    package var lagSeconds: Double?
    /// What the tables of one global table share; nil for a table of its own.
    package internal(set) var globalID: String?

    var attributes: JSONText = .array([
        .object(["AttributeName": .string("id"), "AttributeType": .string("S")])
    ])
    var keySchema: JSONText = .array([.object(["AttributeName": .string("id"), "KeyType": .string("HASH")])])
    /// `PROVISIONED` or `PAY_PER_REQUEST`.
    var billingMode = "PAY_PER_REQUEST"
    var readUnits = 0
    var writeUnits = 0
    /// `NEW_AND_OLD_IMAGES`; nil without a stream.
    var streamView: String?

    package func isReady(at now: Date) -> Bool { now >= readyAt }

    /// As another replica tells it.
    func replicaStatus(at now: Date) -> String { replicaTrouble ?? (isReady(at: now) ? "ACTIVE" : "CREATING") }

    /// Becomes another table's rows, keys and capacity, without the settings around them (3.4).
    mutating func takeRows(of other: SimulatedTable) {
        attributes = other.attributes
        keySchema = other.keySchema
        billingMode = other.billingMode
        readUnits = other.readUnits
        writeUnits = other.writeUnits
        size = other.size
        itemCount = other.itemCount
    }

    /// The moments that it can be restored to; nil without point in time recovery.
    package func restorableRange(at now: Date) -> ClosedRange<Date>? {
        guard let since = recoverableSince else { return nil }
        let latest = max(since, now.addingTimeInterval(-300))
        return max(since, now.addingTimeInterval(Double(recoveryPeriodInDays) * -86_400))...latest
    }

    /// The table as AWS Backup sees it.
    var resource: SimulatedResource {
        SimulatedResource(arn: arn.text, type: "DynamoDB", name: name, tags: tags, size: size, keyARN: keyARN)
    }
}
