import AWSModel
import Foundation

/// A table as `DescribeTable` tells it. Not simulated: indexes, auto scaling, witnesses, strong consistency.
enum TableDescription {
    static func members(_ table: SimulatedTable, in store: TableStore, at now: Date) -> [String: JSONText] {
        var members: [String: JSONText] = [
            "TableName": .string(table.name), "TableArn": .string(table.arn.text), "TableId": .string(table.id),
            "TableStatus": .string(status(table, in: store, at: now)), "CreationDateTime": .time(table.createdAt),
            "AttributeDefinitions": table.attributes, "KeySchema": table.keySchema,
            "TableSizeBytes": .integer(Int(table.size.bytes)), "ItemCount": .integer(table.itemCount),
            "BillingModeSummary": .object(["BillingMode": .string(table.billingMode)]),
            "ProvisionedThroughput": .object([
                "NumberOfDecreasesToday": .integer(0), "ReadCapacityUnits": .integer(table.readUnits),
                "WriteCapacityUnits": .integer(table.writeUnits),
            ]),
            "DeletionProtectionEnabled": .bool(table.deletionProtection),
        ]
        if let view = table.streamView {
            let label = WireTime.iso(table.createdAt).dropLast()
            members["StreamSpecification"] = .object(["StreamEnabled": .bool(true), "StreamViewType": .string(view)])
            members["LatestStreamLabel"] = .string(String(label))
            members["LatestStreamArn"] = .string("\(table.arn)/stream/\(label)")
        }
        if let key = table.keyARN {
            members["SSEDescription"] = .object([
                "Status": .string("ENABLED"), "SSEType": .string("KMS"), "KMSMasterKeyArn": .string(key),
            ])
        }
        let replicas = store.replicas(of: table)
        if !replicas.isEmpty {
            members["GlobalTableVersion"] = .string("2019.11.21")
            members["MultiRegionConsistency"] = .string("EVENTUAL")
            members["Replicas"] = .array(replicas.map { .object(replica($0, at: now)) })
        }
        return members
    }

    private static func status(_ table: SimulatedTable, in store: TableStore, at now: Date) -> String {
        guard table.isReady(at: now) else { return "CREATING" }
        return store.replicas(of: table).allSatisfy { $0.isReady(at: now) } ? "ACTIVE" : "UPDATING"
    }

    private static func replica(_ table: SimulatedTable, at now: Date) -> [String: JSONText] {
        JSONText.members([
            "RegionName": .string(table.region.name), "ReplicaStatus": .string(table.replicaStatus(at: now)),
            "KMSMasterKeyId": table.keyARN.map { .string($0) },
        ])
    }

    static func continuousBackups(_ table: SimulatedTable, at now: Date) -> JSONText {
        let range = table.restorableRange(at: now)
        // The outer status is ENABLED for every table and says nothing (3.4).
        return .object([
            "ContinuousBackupsStatus": .string("ENABLED"),
            "PointInTimeRecoveryDescription": .object(
                JSONText.members([
                    "PointInTimeRecoveryStatus": .string(range == nil ? "DISABLED" : "ENABLED"),
                    "RecoveryPeriodInDays": range.map { _ in .integer(table.recoveryPeriodInDays) },
                    "EarliestRestorableDateTime": range.map { .time($0.lowerBound) },
                    "LatestRestorableDateTime": range.map { .time($0.upperBound) },
                ])),
        ])
    }
}
