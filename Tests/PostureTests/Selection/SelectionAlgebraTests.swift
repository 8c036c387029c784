import AWSModel
import Posture
import Testing

/// What a selection takes, case by case (2.5, 2.6).
@Suite struct SelectionAlgebraTests {
    static let allOn = BackupRegionSettings(
        optIn: Dictionary(
            uniqueKeysWithValues: ["S3", "RDS", "Aurora", "Neptune", "DocumentDB", "DynamoDB", "EBS", "EC2", "EFS"].map
            {
                ($0, true)
            }), management: [:])
    static let allOff = BackupRegionSettings(optIn: allOn.optIn.mapValues { _ in false }, management: [:])

    static let bucket = SelectableResource(arn: "arn:aws:s3:::app-logs", backupType: "S3", tags: [])
    static let gold = SelectableResource(
        arn: "arn:aws:dynamodb:us-east-1:111122223333:table/orders", backupType: "DynamoDB",
        tags: [AWSModel.Tag(key: "tier", value: "gold")])
    static let instance = SelectableResource(
        arn: "arn:aws:rds:us-east-1:111122223333:db:main", backupType: "RDS", tags: [])
    static let aurora = SelectableResource(
        arn: "arn:aws:rds:us-east-1:111122223333:cluster:main", backupType: "Aurora", tags: [])
    static let volume = SelectableResource(
        arn: "arn:aws:ec2:us-east-1:111122223333:volume/vol-1", backupType: "EBS", tags: [])

    static func untagged(_ resource: SelectableResource) -> SelectableResource {
        SelectableResource(arn: resource.arn, backupType: resource.backupType, tags: nil)
    }
    static func tier(_ value: String, type: String = "STRINGEQUALS") -> [TagCondition] {
        [TagCondition(type: type, key: "tier", value: value)]
    }
    static func condition(_ value: String?, key: String? = "aws:ResourceTag/tier") -> [SelectionCondition] {
        [SelectionCondition(key: key, value: value)]
    }
    static func selection(
        _ resources: [String]? = nil, not: [String]? = nil, tags: [TagCondition]? = nil,
        where conditions: SelectionConditions? = nil
    ) -> BackupSelection {
        BackupSelection(
            name: "s", roleARN: "arn:aws:iam::111122223333:role/b", resources: resources, notResources: not,
            listOfTags: tags, conditions: conditions)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var resource: SelectableResource
        var selection: BackupSelection
        var settings: BackupRegionSettings? = allOn
        var expected: Membership
        var testDescription: String { name }
    }

    static let patterns: [Case] = [
        Case(name: "an exact ARN", resource: bucket, selection: selection([bucket.arn]), expected: .selected),
        Case(
            name: "another ARN", resource: bucket, selection: selection(["arn:aws:s3:::app"]), expected: .notSelected),
        Case(
            name: "an ARN in another case", resource: bucket, selection: selection(["arn:aws:s3:::App-Logs"]),
            expected: .notSelected),
        Case(name: "everything", resource: bucket, selection: selection(["*"]), expected: .selected),
        Case(
            name: "a prefix of the name", resource: bucket, selection: selection(["arn:aws:s3:::app-*"]),
            expected: .selected),
        Case(
            name: "a suffix of the name is no supported pattern", resource: bucket,
            selection: selection(["arn:aws:s3:::*-logs"]),
            expected: .unknown("the pattern arn:aws:s3:::*-logs uses a wildcard that AWS Backup does not support")),
        Case(
            name: "an unsupported pattern that could not match is no doubt", resource: bucket,
            selection: selection(["arn:aws:s3:::*-media"]), expected: .notSelected),
        Case(
            name: "a type", resource: volume, selection: selection(["arn:aws:ec2:*:*:volume/*"]), expected: .selected),
        Case(
            name: "another type of the service", resource: volume, selection: selection(["arn:aws:ec2:*:*:instance/*"]),
            expected: .notSelected),
        Case(
            name: "a service takes Aurora with RDS", resource: aurora, selection: selection(["arn:aws:rds:*"]),
            expected: .selected),
        Case(
            name: "instances do not take Aurora", resource: aurora, selection: selection(["arn:aws:rds:*:*:db:*"]),
            expected: .notSelected),
        Case(
            name: "instances", resource: instance, selection: selection(["arn:aws:rds:*:*:db:*"]), expected: .selected),
        Case(
            name: "a wildcard segment stays within its segment", resource: aurora,
            selection: selection(["arn:aws:*:*:cluster:*"]), expected: .notSelected),
        Case(
            name: "another region", resource: volume, selection: selection(["arn:aws:ec2:eu-west-1:*:volume/*"]),
            expected: .notSelected),
        Case(
            name: "what is left out", resource: bucket, selection: selection(["*"], not: ["arn:aws:s3:::*"]),
            expected: .notSelected),
        Case(name: "nothing named is everything", resource: bucket, selection: selection(), expected: .selected),
        Case(name: "an empty list is everything", resource: bucket, selection: selection([]), expected: .selected),
        Case(
            name: "nothing named, with an exclusion", resource: bucket, selection: selection(not: [bucket.arn]),
            expected: .notSelected),
    ]

    static let tagging: [Case] = [
        Case(name: "a tag", resource: gold, selection: selection(tags: tier("gold")), expected: .selected),
        Case(
            name: "a tag's value in another case", resource: gold, selection: selection(tags: tier("Gold")),
            expected: .notSelected),
        Case(
            name: "one of two tags", resource: gold, selection: selection(tags: tier("silver") + tier("gold")),
            expected: .selected),
        Case(
            name: "a tag or a pattern", resource: bucket, selection: selection(["arn:aws:s3:::*"], tags: tier("gold")),
            expected: .selected),
        Case(
            name: "tags that were not read", resource: untagged(gold), selection: selection(tags: tier("gold")),
            expected: .unknown("the tags were not read")),
        Case(
            name: "unread tags do not matter where the ARN decides", resource: untagged(gold),
            selection: selection([gold.arn], tags: tier("gold")), expected: .selected),
        Case(
            name: "unread tags do not matter to what is left out", resource: untagged(gold),
            selection: selection(not: [gold.arn], tags: tier("gold")), expected: .notSelected),
        Case(
            name: "a condition type of the future", resource: gold,
            selection: selection(tags: tier("gold", type: "STRINGLIKE")),
            expected: .unknown("the condition type STRINGLIKE is not known")),
        Case(
            name: "an unknown condition type beside a tag that holds", resource: gold,
            selection: selection(tags: tier("x", type: "STRINGLIKE") + tier("gold")), expected: .selected),
        Case(
            name: "StringEquals holds", resource: gold,
            selection: selection(where: SelectionConditions(stringEquals: condition("gold"))), expected: .selected),
        Case(
            name: "StringEquals knows no wildcard", resource: gold,
            selection: selection(where: SelectionConditions(stringEquals: condition("g*"))), expected: .notSelected),
        Case(
            name: "StringLike", resource: gold,
            selection: selection(where: SelectionConditions(stringLike: condition("g*d"))), expected: .selected),
        Case(
            name: "StringNotLike", resource: gold,
            selection: selection(where: SelectionConditions(stringNotLike: condition("*old"))), expected: .notSelected),
        Case(
            name: "a missing tag equals nothing", resource: bucket,
            selection: selection(where: SelectionConditions(stringEquals: condition(""))), expected: .notSelected),
        Case(
            name: "a missing tag differs from everything", resource: bucket,
            selection: selection(where: SelectionConditions(stringNotEquals: condition("gold"))), expected: .selected),
        Case(
            name: "all conditions have to hold", resource: gold,
            selection: selection(
                where: SelectionConditions(stringEquals: condition("gold"), stringNotLike: condition("g*"))),
            expected: .notSelected),
        Case(
            name: "a condition narrows a named ARN", resource: bucket,
            selection: selection([bucket.arn], where: SelectionConditions(stringEquals: condition("gold"))),
            expected: .notSelected),
        Case(
            name: "a condition on unread tags", resource: untagged(bucket),
            selection: selection([bucket.arn], where: SelectionConditions(stringEquals: condition("gold"))),
            expected: .unknown("the tags were not read")),
        Case(
            name: "a condition that is not about a tag", resource: gold,
            selection: selection(where: SelectionConditions(stringEquals: condition("gold", key: "tier"))),
            expected: .unknown("the condition on tier is not understood")),
    ]

    static let optIn: [Case] = [
        Case(
            name: "a tag does not override", resource: gold, selection: selection(tags: tier("gold")), settings: allOff,
            expected: .notOptedIn),
        Case(
            name: "everything does not override", resource: bucket, selection: selection(["*"]), settings: allOff,
            expected: .notOptedIn),
        Case(
            name: "nothing named does not override", resource: bucket, selection: selection(), settings: allOff,
            expected: .notOptedIn),
        Case(
            name: "a service does not override", resource: instance, selection: selection(["arn:aws:rds:*"]),
            settings: allOff, expected: .notOptedIn),
        Case(
            name: "a whole service spelt out does not override", resource: instance,
            selection: selection(["arn:aws:rds:*:*:*"]), settings: allOff, expected: .notOptedIn),
        Case(
            name: "an ARN overrides", resource: bucket, selection: selection([bucket.arn]), settings: allOff,
            expected: .selected),
        Case(
            name: "a type overrides", resource: instance, selection: selection(["arn:aws:rds:*:*:db:*"]),
            settings: allOff, expected: .selected),
        Case(
            name: "all buckets are a type", resource: bucket, selection: selection(["arn:aws:s3:::*"]),
            settings: allOff,
            expected: .selected),
        Case(
            name: "Aurora by cluster pattern does not override", resource: aurora,
            selection: selection(["arn:aws:rds:*:*:cluster:*"]), settings: allOff, expected: .notOptedIn),
        Case(
            name: "Aurora by its ARN overrides", resource: aurora, selection: selection([aurora.arn]), settings: allOff,
            expected: .selected),
        Case(
            name: "what the selection leaves out is not a matter of opt-in", resource: bucket,
            selection: selection(["*"], not: [bucket.arn]), settings: allOff, expected: .notSelected),
        Case(
            name: "unread tags of a type that is off are not taken either way", resource: untagged(gold),
            selection: selection(tags: tier("gold")), settings: allOff, expected: .notSelected),
        Case(
            name: "unread settings where opt-in decides", resource: bucket, selection: selection(["*"]), settings: nil,
            expected: .unknown("the opt-in settings were not read")),
        Case(
            name: "unread settings do not matter to an ARN", resource: bucket, selection: selection([bucket.arn]),
            settings: nil, expected: .selected),
        Case(
            name: "unread settings do not matter to what is not named", resource: bucket,
            selection: selection(tags: tier("gold")), settings: nil, expected: .notSelected),
        Case(
            name: "settings without the type", resource: bucket, selection: selection(["*"]),
            settings: BackupRegionSettings(optIn: [:], management: [:]),
            expected: .unknown("the opt-in settings do not tell about S3")),
    ]

    static let restoreTests: [Case] = [
        Case(
            name: "a resource named by a restore test",
            resource: SelectableResource(
                arn: "arn:aws:s3:::awsbackup-restore-test-1", backupType: "S3", tags: []),
            selection: selection(["*"]), expected: .notSelected),
        Case(
            name: "a resource tagged by a restore test",
            resource: SelectableResource(
                arn: volume.arn, backupType: "EBS", tags: [AWSModel.Tag(key: "awsbackup-restore-test", value: "1")]),
            selection: selection([volume.arn]), expected: .notSelected),
    ]

    @Test("resources by ARN and pattern", arguments: patterns)
    func fact_2_5_patterns(example: Case) { check(example) }

    @Test("resources by tag and condition", arguments: tagging)
    func fact_2_5_tagsAndConditions(example: Case) { check(example) }

    @Test("types that the account has not opted in to", arguments: optIn)
    func fact_2_6_optIn(example: Case) { check(example) }

    @Test("leftovers of restore tests are ignored", arguments: restoreTests)
    func ignored(example: Case) { check(example) }

    private func check(_ example: Case) {
        let membership = SelectionAlgebra.membership(
            of: example.resource, in: example.selection, settings: example.settings)
        #expect(membership == example.expected)
    }
}
