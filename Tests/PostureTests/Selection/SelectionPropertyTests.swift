import AWSModel
import Posture
import Testing

/// The algebra against sets: each part of a selection is the set of what it takes, combined as 2.5 says.
@Suite struct SelectionPropertyTests {
    static let universe: [SelectableResource] = {
        let names: [(String, String)] = [
            ("arn:aws:s3:::a-media", "S3"), ("arn:aws:s3:::b-media", "S3"),
            ("arn:aws:rds:us-east-1:111122223333:db:a", "RDS"),
            ("arn:aws:rds:us-east-1:111122223333:cluster:a", "Aurora"),
            ("arn:aws:rds:us-east-1:111122223333:cluster:m", "RDS"),
            ("arn:aws:dynamodb:us-east-1:111122223333:table/a", "DynamoDB"),
            ("arn:aws:ec2:us-east-1:111122223333:volume/vol-a", "EBS"),
            ("arn:aws:ec2:us-east-1:111122223333:instance/i-a", "EC2"),
        ]
        let tags: [[AWSModel.Tag]] = [
            [], [AWSModel.Tag(key: "t", value: "x")], [AWSModel.Tag(key: "t", value: "xy")],
            [AWSModel.Tag(key: "t", value: "x"), AWSModel.Tag(key: "u", value: "y")],
            [AWSModel.Tag(key: "u", value: "x")],
        ]
        return names.flatMap { name in
            tags.enumerated().map { index, tags in
                SelectableResource(arn: "\(name.0)\(index)", backupType: name.1, tags: tags)
            }
        }
    }()

    /// Patterns with what they take written down by hand, and whether they override opt-in.
    static let patterns: [(text: String, takes: @Sendable (SelectableResource) -> Bool, overrides: Bool)] = [
        ("*", { _ in true }, false),
        ("arn:aws:s3:::*", { $0.backupType == "S3" }, true),
        ("arn:aws:s3:::a-*", { $0.arn.contains(":a-media") }, true),
        ("arn:aws:s3:::a-media1", { $0.arn == "arn:aws:s3:::a-media1" }, true),
        ("arn:aws:rds:*", { $0.arn.contains(":rds:") }, false),
        ("arn:aws:rds:*:*:db:*", { $0.arn.contains(":db:") }, true),
        ("arn:aws:rds:*:*:cluster:m*", { $0.arn.contains(":cluster:m") }, true),
        ("arn:aws:rds:*:*:cluster:a*", { $0.arn.contains(":cluster:a") }, false),
        ("arn:aws:ec2:*:*:volume/*", { $0.backupType == "EBS" }, true),
        ("arn:aws:ec2:*:*:*", { $0.backupType == "EBS" || $0.backupType == "EC2" }, false),
        ("arn:aws:dynamodb:*:999999999999:table/*", { _ in false }, true),
    ]

    static let conditions: [(key: String, pattern: String, holds: @Sendable (SelectableResource) -> Bool)] = [
        ("t", "x", { Self.value("t", $0) == "x" }), ("u", "y", { Self.value("u", $0) == "y" }),
        ("z", "x", { _ in false }), ("t", "", { _ in false }),
    ]
    static let likes: [(key: String, pattern: String, holds: @Sendable (SelectableResource) -> Bool)] = [
        ("t", "x*", { ["x", "xy"].contains(Self.value("t", $0)) }), ("t", "*y", { Self.value("t", $0) == "xy" }),
        ("u", "*", { Self.value("u", $0) != nil }), ("t", "x", { Self.value("t", $0) == "x" }),
    ]
    static func value(_ key: String, _ resource: SelectableResource) -> String? {
        resource.tags?.first { $0.key == key }?.value
    }

    @Test("membership is what the sets say")
    func sets() {
        var random = SeededRandom(seed: 42)
        var outcomes: [Membership: Int] = [:]
        for _ in 0..<600 {
            let picked = Self.pick(Self.patterns, upTo: 2, using: &random)
            let left = Self.pick(Self.patterns, upTo: 1, using: &random)
            let tags = Self.pick(Self.conditions, upTo: 2, using: &random)
            let equals = Self.pick(Self.conditions, upTo: 1, using: &random)
            let notEquals = Self.pick(Self.conditions, upTo: 1, using: &random)
            let like = Self.pick(Self.likes, upTo: 1, using: &random)
            let notLike = Self.pick(Self.likes, upTo: 1, using: &random)
            let off = ["S3", "RDS", "Aurora", "EBS"].randomElement(using: &random)
            let settings = BackupRegionSettings(
                optIn: Dictionary(
                    uniqueKeysWithValues: ["S3", "RDS", "Aurora", "DynamoDB", "EBS", "EC2"].map { ($0, $0 != off) }),
                management: [:])
            let selection = BackupSelection(
                name: "s", roleARN: "r", resources: picked.map(\.text), notResources: left.map(\.text),
                listOfTags: tags.map { TagCondition(type: "STRINGEQUALS", key: $0.key, value: $0.pattern) },
                conditions: SelectionConditions(
                    stringEquals: Self.wire(equals), stringNotEquals: Self.wire(notEquals),
                    stringLike: Self.wire(like), stringNotLike: Self.wire(notLike)))

            let all = Set(Self.universe)
            func set(_ takes: (SelectableResource) -> Bool) -> Set<SelectableResource> { all.filter(takes) }
            func union(_ parts: [@Sendable (SelectableResource) -> Bool]) -> Set<SelectableResource> {
                parts.reduce(into: []) { $0.formUnion(set($1)) }
            }
            let named = union(picked.filter(\.overrides).map(\.takes))
            var general = union(picked.filter { !$0.overrides }.map(\.takes) + tags.map(\.holds))
            if picked.isEmpty && tags.isEmpty { general = all }
            var kept = all.subtracting(union(left.map(\.takes)))
            for condition in equals + like { kept.formIntersection(set(condition.holds)) }
            for condition in notEquals + notLike { kept.subtract(set(condition.holds)) }
            let selected = named.union(general.filter { $0.backupType != off }).intersection(kept)
            let skipped = general.union(named).intersection(kept).subtracting(selected)

            for resource in Self.universe {
                let expected: Membership =
                    selected.contains(resource) ? .selected : skipped.contains(resource) ? .notOptedIn : .notSelected
                let membership = SelectionAlgebra.membership(of: resource, in: selection, settings: settings)
                #expect(membership == expected, "\(resource.arn) in \(selection), off: \(off ?? "")")
                outcomes[membership, default: 0] += 1
            }
        }
        #expect(outcomes.count == 3 && outcomes.values.allSatisfy { $0 > 50 }, "\(outcomes)")
    }

    @Test("not having read something makes an answer unknown or leaves it as it is")
    func ignorance() {
        var random = SeededRandom(seed: 43)
        var unknowns = 0
        for _ in 0..<400 {
            let selection = BackupSelection(
                name: "s", roleARN: "r", resources: Self.pick(Self.patterns, upTo: 2, using: &random).map(\.text),
                notResources: Self.pick(Self.patterns, upTo: 1, using: &random).map(\.text),
                listOfTags: Self.pick(Self.conditions, upTo: 2, using: &random).map {
                    TagCondition(type: "STRINGEQUALS", key: $0.key, value: $0.pattern)
                },
                conditions: SelectionConditions(
                    stringEquals: Self.wire(Self.pick(Self.conditions, upTo: 1, using: &random)),
                    stringNotLike: Self.wire(Self.pick(Self.likes, upTo: 1, using: &random))))
            let on = BackupRegionSettings(
                optIn: ["S3": true, "RDS": true, "Aurora": true, "DynamoDB": true, "EBS": true, "EC2": true],
                management: [:])
            for resource in Self.universe {
                let full = SelectionAlgebra.membership(of: resource, in: selection, settings: on)
                let untagged = SelectableResource(arn: resource.arn, backupType: resource.backupType, tags: nil)
                for less in [
                    SelectionAlgebra.membership(of: untagged, in: selection, settings: on),
                    SelectionAlgebra.membership(of: resource, in: selection, settings: nil),
                    SelectionAlgebra.membership(of: untagged, in: selection, settings: nil),
                ] {
                    if case .unknown = less {
                        unknowns += 1
                    } else {
                        #expect(less == full, "\(resource.arn) in \(selection)")
                    }
                }
            }
        }
        #expect(unknowns > 100)
    }

    private static func pick<Item>(_ items: [Item], upTo count: Int, using random: inout SeededRandom) -> [Item] {
        Array(items.shuffled(using: &random).prefix(Int.random(in: 0...count, using: &random)))
    }
    private static func wire(
        _ conditions: [(key: String, pattern: String, holds: @Sendable (SelectableResource) -> Bool)]
    ) -> [SelectionCondition] {
        conditions.map { SelectionCondition(key: "aws:ResourceTag/\($0.key)", value: $0.pattern) }
    }
}
