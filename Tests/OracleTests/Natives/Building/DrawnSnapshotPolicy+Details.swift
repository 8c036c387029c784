import AWSModel
import SimulatedAWS

extension DrawnSnapshotPolicy {
    /// `PolicyDetails`, as Data Lifecycle Manager takes them.
    func details(_ arn: (String?) -> String?) -> JSONText {
        let copies = copies.map { copy -> JSONText in
            var members: [String: JSONText] = [
                "Target": .string(copy.region.name), "Encrypted": .bool(copy.key != nil), "CopyTags": .bool(true),
                "RetainRule": .object(["Interval": .integer(copy.days), "IntervalUnit": .string("DAYS")]),
            ]
            if let key = arn(copy.key) { members["CmkArn"] = .string(key) }
            return .object(members)
        }
        let create: [String: JSONText] =
            weekday.map { ["CronExpression": .string("cron(0 3 ? * \($0) *)")] }
            ?? [
                "Interval": .integer(hours), "IntervalUnit": .string("HOURS"), "Times": .array([.string("03:00")]),
            ]
        let retain: [String: JSONText] =
            switch keeps {
            case .newest(let count): ["Count": .integer(count)]
            case .days(let days): ["Interval": .integer(days), "IntervalUnit": .string("DAYS")]
            }
        return .object([
            "PolicyType": .string("EBS_SNAPSHOT_MANAGEMENT"), "ResourceTypes": .array([.string("VOLUME")]),
            "TargetTags": .array([.object(["Key": .string("snapshots"), "Value": .string(name)])]),
            "Schedules": .array([
                .object([
                    "Name": .string(name), "CopyTags": .bool(true), "CreateRule": .object(create),
                    "RetainRule": .object(retain), "CrossRegionCopyRules": .array(copies),
                ])
            ]),
        ])
    }
}
