import AWSModel
import Testing

@testable import Posture

/// What is said of `media` by its replication role.
private let roleRows: [VerdictRow] = [
    roleRow("it trusts S3 and may replicate", .protected, ""),
    roleRow(
        "fact 1.17: it trusts another service", .atRisk, "does not trust s3.amazonaws.com",
        trust: allow("ec2.amazonaws.com")
    ),
    roleRow(
        "it trusts batch operations alone", .atRisk, "does not trust", trust: allow("batchoperations.s3.amazonaws.com")),
    roleRow(
        "a Deny that names S3 is no trust", .atRisk, "does not trust",
        trust: #"{"Effect":"Deny","Principal":{"Service":"s3.amazonaws.com"},"Action":"sts:AssumeRole"}"#),
    roleRow(
        "a Deny beside the Allow wins", .atRisk, "does not trust",
        trust: allow("s3.amazonaws.com")
            + #",{"Effect":"Deny","Principal":"*","Action":"sts:AssumeRole"}"#),
    roleRow(
        "a Deny with a condition may not apply", .protected, "",
        trust: allow("s3.amazonaws.com")
            + #",{"Effect":"Deny","Principal":"*","Action":"sts:*","Condition":{"Bool":{"a":"b"}}}"#),
    roleRow(
        "S3 among several services", .protected, "",
        trust: #"{"Effect":"Allow","Principal":{"Service":["ec2.amazonaws.com","s3.amazonaws.com"]},"#
            + #""Action":["sts:AssumeRole"]}"#),
    roleRow("fact 1.17: none of its policies lets it replicate", .atRisk, "no policy", actions: ["s3:Get*"]),
    roleRow("it has no policy", .atRisk, "no policy", actions: []),
    roleRow("its policies are denied", .unknown, "replication role unread: denied", actions: nil),
    roleRow("its policies are denied, and metrics show it at work", .protected, "", actions: nil, latency: 5),
    roleRow(
        "what it lacks besides reading and writing versions is a hint only", .protected, "",
        actions: ["s3:ReplicateObject", "s3:GetObjectVersion"]),
    roleRow(
        "fact 1.17: it may write tags and no objects", .atRisk, "no policy of it allows s3:ReplicateObject",
        actions: ["s3:ReplicateTags", "s3:Get*"]),
    roleRow(
        "fact 1.17: it may write and not read", .atRisk, "no policy of it allows s3:GetObjectVersionForReplication",
        actions: ["s3:Replicate*"]),
    roleRow(
        "fact 1.17: it may read and write everywhere but in this destination", .atRisk,
        "no policy of it allows s3:ReplicateObject on media-dr",
        resources: ["arn:aws:s3:::media/*", "arn:aws:s3:::other/*"]),
    roleRow(
        "fact 1.17: it may use this bucket and its destination", .protected, "",
        resources: ["arn:aws:s3:::media", "arn:aws:s3:::media*/*"]),
    roleRow(
        "fact 1.17: it may read a part of what is to be replicated", .atRisk,
        "no policy of it allows s3:GetObjectVersionForReplication or s3:GetObjectVersion on media",
        resources: ["arn:aws:s3:::media/a/*", "arn:aws:s3:::media-dr/*"]),
    roleRow(
        "fact 1.17: under keys, and no policy of it opens them", .unknown,
        "no policy of it allows kms:Decrypt, kms:Encrypt",
        isUnderKey: true),
    roleRow("fact 1.17: under keys, and metrics show it at work", .protected, "", latency: 5, isUnderKey: true),
    roleRow("fact 1.17: under keys that it may use", .protected, "", actions: ["s3:*", "kms:*"], isUnderKey: true),
    roleRow(
        "fact 1.17: objects under keys need more than to be read", .atRisk,
        "no policy of it allows s3:GetObjectVersionForReplication",
        actions: ["s3:GetObjectVersion", "s3:Replicate*", "kms:*"], isUnderKey: true),
    roleRow("metrics show it at work, whatever its documents say", .protected, "", actions: [], latency: 5),
]

private func allow(_ service: String) -> String {
    #"{"Effect":"Allow","Principal":{"Service":"\#(service)"},"Action":"sts:AssumeRole"}"#
}
private func roleRow(
    _ sentence: String, _ verdict: Verdict, _ reason: String, trust: String = allow("s3.amazonaws.com"),
    actions: [String]? = ["s3:*"], resources: [String] = ["*"], latency: Double? = nil, isUnderKey: Bool = false
) -> VerdictRow {
    VerdictRow(sentence, verdict, reason) { account in
        replicating(isUnderKey ? .kms(to: "media-dr") : .to("media-dr"))(&account)
        if isUnderKey {
            TruthTableTests.kms(&account.inventory.buckets[0])
            for region in [TestAccount.home, TestAccount.away] {
                account.addKey(TestAccount.keyARN(region), in: region)
            }
        }
        let scope = resources.map { "\"\($0)\"" }.joined(separator: ",")
        let list = (actions ?? []).map { "\"\($0)\"" }.joined(separator: ",")
        let document = #"{"Statement":[{"Effect":"Allow","Action":[\#(list)],"Resource":[\#(scope)]}]}"#
        let policies = actions?.isEmpty == true ? [] : [RolePolicy(name: "p", document: document)]
        account.inventory.roles[TestAccount.role] = RoleReading(
            role: read(
                Role(name: "r", arn: .bucket("r", partition: "aws"), trustPolicy: #"{"Statement":[\#(trust)]}"#)),
            policies: actions == nil ? denied() : read(policies))
        guard let latency else { return }
        account.inventory.replicationMetrics = [
            ReplicationMetrics(
                sourceBucket: "media", destinationBucket: "media-dr", ruleID: "main", maximumLatency: read(latency),
                operationsPending: absent(), operationsFailed: absent())
        ]
    }
}

@Suite("A bucket's replicas by the role that makes them")
struct ReplicationRoleTests {
    @Test("each role has its verdict", arguments: roleRows)
    func role(row: VerdictRow) { row.check() }

    @Test("fact 1.17: a role that does not exist copies nothing, one that was not read may be missing")
    func roles() {
        var account = TestAccount()
        replicating(.to("media-dr"))(&account)
        func verdict(_ account: TestAccount) -> Verdict? { account.resource("arn:aws:s3:::media")?.verdict }
        account.inventory.roles[TestAccount.role] = RoleReading(role: absent(), policies: absent())
        #expect(verdict(account) == .atRisk)
        account.inventory.roles[TestAccount.role] = RoleReading(role: denied(), policies: denied())
        #expect(verdict(account) == .unknown)
    }
}
