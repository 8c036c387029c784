import AWSCore
import AWSModel
import AWSServices
import Testing

@Suite("GetBucketReplication")
struct BucketReplicationTests {
    private func rule(_ content: String) throws -> ReplicationRule {
        let destination = "<Destination><Bucket>arn:aws:s3:::dst</Bucket></Destination>"
        let rule =
            "<Rule>\(content)<Status>Enabled</Status>\(content.contains("<Destination>") ? "" : destination)</Rule>"
        let reply = HTTPResponse(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <ReplicationConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
            <Role>arn:aws:iam::111122223333:role/crr</Role>\(rule)</ReplicationConfiguration>
            """)
        return try #require(try S3.GetBucketReplication.decode(reply).rules.first)
    }

    @Test(
        "an absent filter makes a rule of the first version, an empty one does not (1.2)",
        arguments: [
            ("", nil), ("<Filter/>", ReplicationFilter()), ("<Filter></Filter>", ReplicationFilter()),
            ("<Filter>\n  </Filter>", ReplicationFilter()),
            ("<Filter><Prefix/></Filter>", ReplicationFilter(prefix: "")),
            ("<Filter><Prefix></Prefix></Filter>", ReplicationFilter(prefix: "")),
            ("<Filter><Prefix>a/</Prefix></Filter>", ReplicationFilter(prefix: "a/")),
            (
                "<Filter><Tag><Key>k</Key><Value/></Tag></Filter>",
                ReplicationFilter(tags: [Tag(key: "k", value: "")])
            ),
            (
                """
                <Filter><And><Prefix>a/</Prefix><Tag><Key>k</Key><Value>v</Value></Tag>
                <Tag><Key>l</Key><Value>w</Value></Tag></And></Filter>
                """,
                ReplicationFilter(prefix: "a/", tags: [Tag(key: "k", value: "v"), Tag(key: "l", value: "w")])
            ),
            (
                "<Filter><And><Tag><Key>k</Key><Value>v</Value></Tag></And></Filter>",
                ReplicationFilter(tags: [Tag(key: "k", value: "v")])
            ),
        ] as [(String, ReplicationFilter?)])
    func filters(xml: String, filter: ReplicationFilter?) throws {
        #expect(try rule(xml).filter == filter)
    }

    @Test(
        "the prefix of a rule of the first version is absent, empty or given (1.2)",
        arguments: [("", nil), ("<Prefix/>", ""), ("<Prefix>a b/</Prefix>", "a b/")] as [(String, String?)])
    func legacyPrefixes(xml: String, prefix: String?) throws {
        let rule = try rule(xml)
        #expect(rule.legacyPrefix == prefix)
        #expect(!rule.isV2)
    }

    @Test("a prefix within a filter is no prefix of the rule")
    func filterPrefixIsNotTheRules() throws {
        #expect(try rule("<Filter><Prefix>a/</Prefix></Filter>").legacyPrefix == nil)
    }

    @Test(
        "delete markers are replicated, not replicated, or not spoken of (1.6)",
        arguments: [
            ("", nil),
            (
                "<DeleteMarkerReplication><Status>Enabled</Status></DeleteMarkerReplication>",
                .known(.enabled)
            ),
            (
                "<DeleteMarkerReplication><Status>Disabled</Status></DeleteMarkerReplication>",
                .known(.disabled)
            ),
            ("<DeleteMarkerReplication/>", nil),
            (
                "<DeleteMarkerReplication><Status>Sometimes</Status></DeleteMarkerReplication>",
                .other("Sometimes")
            ),
        ] as [(String, Open<ReplicationRule.Status>?)])
    func deleteMarkers(xml: String, status: Open<ReplicationRule.Status>?) throws {
        #expect(try rule(xml).deleteMarkerReplication == status)
    }

    @Test("opting in to KMS and to replica modifications are two things (1.9, 1.13)")
    func selectionCriteria() throws {
        let kms = try rule(
            "<SourceSelectionCriteria><SseKmsEncryptedObjects><Status>Enabled</Status></SseKmsEncryptedObjects></SourceSelectionCriteria>"
        )
        #expect(kms.kmsEncryptedObjects == .known(.enabled))
        #expect(kms.replicaModifications == nil)
        let replicas = try rule(
            "<SourceSelectionCriteria><ReplicaModifications><Status>Disabled</Status></ReplicaModifications></SourceSelectionCriteria>"
        )
        #expect(replicas.kmsEncryptedObjects == nil)
        #expect(replicas.replicaModifications == .known(.disabled))
    }

    @Test("a destination holds its account, class, owner, key, time control and metrics (1.1)")
    func fullDestination() throws {
        let destination = try rule(
            """
            <Destination><Bucket>arn:aws:s3:::dst</Bucket><Account>444455556666</Account>
            <StorageClass>STANDARD_IA</StorageClass>
            <AccessControlTranslation><Owner>Destination</Owner></AccessControlTranslation>
            <EncryptionConfiguration><ReplicaKmsKeyID>arn:aws:kms:eu-west-1:1:key/k</ReplicaKmsKeyID></EncryptionConfiguration>
            <ReplicationTime><Status>Enabled</Status><Time><Minutes>15</Minutes></Time></ReplicationTime>
            <Metrics><Status>Enabled</Status><EventThreshold><Minutes>15</Minutes></EventThreshold></Metrics>
            </Destination>
            """
        ).destination
        #expect(
            destination
                == ReplicationDestination(
                    bucket: "arn:aws:s3:::dst", account: "444455556666", storageClass: "STANDARD_IA",
                    replicaKMSKeyID: "arn:aws:kms:eu-west-1:1:key/k", owner: "Destination",
                    replicationTimeMinutes: 15, metricsEnabled: true))
    }

    @Test("time control and metrics that are disabled are off (1.11)")
    func disabledTimeControl() throws {
        let destination = try rule(
            """
            <Destination><Bucket>arn:aws:s3:::dst</Bucket>
            <ReplicationTime><Status>Disabled</Status><Time><Minutes>15</Minutes></Time></ReplicationTime>
            <Metrics><Status>Disabled</Status></Metrics></Destination>
            """
        ).destination
        #expect(destination == ReplicationDestination(bucket: "arn:aws:s3:::dst"))
    }

    @Test("metrics outside the destination are not the rule's (1.1)")
    func metricsOutsideTheDestination() throws {
        #expect(try !rule("<Metrics><Status>Enabled</Status></Metrics>").destination.metricsEnabled)
    }

    @Test("rules keep their order, status and priority")
    func manyRules() throws {
        let configuration = try S3.GetBucketReplication.decode(
            HTTPResponse(
                """
                <ReplicationConfiguration><Role>r</Role>
                <Rule><ID>b</ID><Priority>2</Priority><Filter/><Status>Disabled</Status>
                <Destination><Bucket>arn:aws:s3:::one</Bucket></Destination></Rule>
                <Rule><ID>a</ID><Priority>1</Priority><Filter/><Status>Enabled</Status>
                <Destination><Bucket>arn:aws:s3:::two</Bucket></Destination></Rule>
                </ReplicationConfiguration>
                """))
        #expect(configuration.role == "r")
        #expect(configuration.rules.map(\.id) == ["b", "a"])
        #expect(configuration.rules.map(\.priority) == [2, 1])
        #expect(configuration.rules.map(\.isEnabled) == [false, true])
    }

    @Test(
        "a configuration without what S3 requires is malformed, not empty",
        arguments: [
            "<ReplicationConfiguration/>",
            "<ReplicationConfiguration><Role>r</Role><Rule><ID>a</ID></Rule></ReplicationConfiguration>",
            "<ReplicationConfiguration><Role>r</Role><Rule><Status>Enabled</Status></Rule></ReplicationConfiguration>",
            """
            <ReplicationConfiguration><Role>r</Role><Rule><Priority>high</Priority><Status>Enabled</Status>
            <Destination><Bucket>b</Bucket></Destination></Rule></ReplicationConfiguration>
            """,
            "<Error><Code>InternalError</Code></Error>", "<html><body>Sign in</body></html>", "", "{}",
            "<ReplicationConfiguration><Role>r</Role>",
        ])
    func malformed(body: String) {
        #expect(throws: MalformedReply.self) { try S3.GetBucketReplication.decode(HTTPResponse(body)) }
    }
}
