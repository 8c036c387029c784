import AWSModel
import Testing

@testable import SimulatedAWS

struct SelectionMatchTests {
    private static let bucket = BackupBench.bucket
    private static let aurora = SimulatedResource(
        arn: "arn:aws:rds:us-east-1:123456789012:cluster:shop", type: "Aurora", tags: [:])

    private static func takes(
        _ selection: BackupSelection, _ resource: SimulatedResource = bucket, optIn: [String: Bool]? = nil
    ) -> Bool {
        SelectionMatch(selection: selection, optIn: optIn ?? ["S3": true, "Aurora": true]).takes(resource)
    }

    private static func selection(
        _ resources: [String]? = nil, not: [String]? = nil, tags: [TagCondition]? = nil,
        conditions: SelectionConditions? = nil
    ) -> BackupSelection {
        BackupSelection(
            name: "s", roleARN: BackupBench.role, resources: resources, notResources: not, listOfTags: tags,
            conditions: conditions)
    }

    private static func tag(_ key: String, _ value: String) -> TagCondition {
        TagCondition(type: "STRINGEQUALS", key: key, value: value)
    }

    @Test("An empty selection takes every opted-in type (2.5)")
    func empty() {
        #expect(Self.takes(Self.selection()))
        #expect(!Self.takes(Self.selection(), optIn: ["S3": false]))
    }

    @Test("Resources and tags unite (2.5)")
    func union() {
        #expect(Self.takes(Self.selection(["arn:aws:s3:::other"], tags: [Self.tag("tier", "gold")])))
        #expect(Self.takes(Self.selection(["arn:aws:s3:::media"], tags: [Self.tag("tier", "lead")])))
        #expect(!Self.takes(Self.selection(["arn:aws:s3:::other"], tags: [Self.tag("tier", "lead")])))
    }

    @Test("What is not wanted is taken out at last (2.5)")
    func minus() {
        #expect(!Self.takes(Self.selection(["*"], not: ["arn:aws:s3:::med*"])))
    }

    @Test(
        "Conditions narrow by tags (2.5)",
        arguments: [
            (SelectionConditions(stringEquals: [SelectionCondition(key: "aws:ResourceTag/tier", value: "gold")]), true),
            (
                SelectionConditions(stringEquals: [SelectionCondition(key: "aws:ResourceTag/tier", value: "Gold")]),
                false
            ),
            (SelectionConditions(stringLike: [SelectionCondition(key: "aws:ResourceTag/tier", value: "g*")]), true),
            (SelectionConditions(stringNotEquals: [SelectionCondition(key: "aws:ResourceTag/none", value: "x")]), true),
            (
                SelectionConditions(stringNotLike: [SelectionCondition(key: "aws:ResourceTag/tier", value: "*old")]),
                false
            ),
        ])
    func conditions(conditions: SelectionConditions, expected: Bool) {
        #expect(Self.takes(Self.selection(["*"], conditions: conditions)) == expected)
    }

    @Test("An ARN overrides a type that is not opted in, tags and stars do not (2.6)")
    func optIn() {
        let off = ["S3": false]
        #expect(Self.takes(Self.selection(["arn:aws:s3:::media"]), optIn: off))
        #expect(Self.takes(Self.selection(["arn:aws:s3:::*"]), optIn: off))
        #expect(!Self.takes(Self.selection(["*"]), optIn: off))
        #expect(!Self.takes(Self.selection(tags: [Self.tag("tier", "gold")]), optIn: off))
    }

    @Test("A pattern of clusters does not override Aurora's opt-in (2.6)")
    func aurora() {
        let off = ["Aurora": false]
        #expect(!Self.takes(Self.selection(["arn:aws:rds:*:*:cluster:*"]), Self.aurora, optIn: off))
        #expect(Self.takes(Self.selection([Self.aurora.arn]), Self.aurora, optIn: off))
    }

    @Test("A service-wide pattern takes Aurora, a pattern of instances does not (2.6)")
    func servicePattern() {
        #expect(Self.takes(Self.selection(["arn:aws:rds:*"]), Self.aurora))
        #expect(!Self.takes(Self.selection(["arn:aws:rds:*:*:db:*"]), Self.aurora))
    }

    @Test("A restore test's resource is ignored (2.6)")
    func restoreTest() {
        var resource = Self.bucket
        resource.tags["awsbackup-restore-test"] = "1"
        #expect(!Self.takes(Self.selection(["*"]), resource))
    }

    @Test(
        "A star stands for any text",
        arguments: [
            ("*", "", true), ("a*c", "abc", true), ("a*c", "ac", true), ("a*c", "ab", false), ("a*b*c", "a-b-c", true),
            ("a*b*c", "a-c", false), ("abc", "abcd", false), ("*a", "a", true), ("a*a", "a", false),
        ])
    func star(pattern: String, text: String, expected: Bool) {
        #expect(SelectionMatch.matches(pattern, text) == expected)
    }
}
