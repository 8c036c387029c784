import AWSCore
import AWSModel
import AWSServices
import Testing

@Suite("The settings of a bucket")
struct BucketSettingsTests {
    @Test(
        "an empty versioning reply means that it was never enabled (1.25)",
        arguments: [
            ("<VersioningConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"/>", BucketVersioning()),
            ("<VersioningConfiguration></VersioningConfiguration>", BucketVersioning()),
            (
                "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>",
                BucketVersioning(status: .known(.enabled))
            ),
            (
                "<VersioningConfiguration><Status>Suspended</Status><MfaDelete>Disabled</MfaDelete></VersioningConfiguration>",
                BucketVersioning(status: .known(.suspended))
            ),
            (
                "<VersioningConfiguration><Status>Enabled</Status><MfaDelete>Enabled</MfaDelete></VersioningConfiguration>",
                BucketVersioning(status: .known(.enabled), mfaDelete: true)
            ),
            (
                "<VersioningConfiguration><Status>Paused</Status></VersioningConfiguration>",
                BucketVersioning(status: .other("Paused"))
            ),
        ])
    func versioning(body: String, versioning: BucketVersioning) throws {
        #expect(try S3.GetBucketVersioning.decode(HTTPResponse(body)) == versioning)
    }

    @Test(
        "an empty location is us-east-1, EU is eu-west-1 (1.23)",
        arguments: [
            ("<LocationConstraint xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"/>", "us-east-1"),
            ("<LocationConstraint></LocationConstraint>", "us-east-1"),
            ("<LocationConstraint>EU</LocationConstraint>", "eu-west-1"),
            ("<LocationConstraint>ap-southeast-2</LocationConstraint>", "ap-southeast-2"),
        ] as [(String, Region)])
    func location(body: String, region: Region) throws {
        #expect(try S3.GetBucketLocation.decode(HTTPResponse(body)) == region)
    }

    @Test("the region of a bucket is in a header, and a reply without it is malformed")
    func headBucket() throws {
        #expect(
            try S3.HeadBucket.decode(HTTPResponse("", headers: ["X-Amz-Bucket-Region": "sa-east-1"])) == "sa-east-1")
        #expect(throws: MalformedReply.self) { try S3.HeadBucket.decode(HTTPResponse("")) }
        #expect(throws: MalformedReply.self) {
            try S3.HeadBucket.decode(HTTPResponse("", headers: ["x-amz-bucket-region": ""]))
        }
    }

    @Test(
        "default encryption names its algorithm, key and bucket key",
        arguments: [
            (
                "<ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault>",
                BucketEncryption(algorithm: .known(.sseS3))
            ),
            (
                "<ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm></ApplyServerSideEncryptionByDefault><BucketKeyEnabled>true</BucketKeyEnabled>",
                BucketEncryption(algorithm: .known(.sseKMS), bucketKeyEnabled: true)
            ),
            (
                "<ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms:dsse</SSEAlgorithm><KMSMasterKeyID>alias/k</KMSMasterKeyID></ApplyServerSideEncryptionByDefault><BucketKeyEnabled>false</BucketKeyEnabled>",
                BucketEncryption(algorithm: .known(.dsseKMS), kmsKeyID: "alias/k")
            ),
            (
                "<ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:pqc</SSEAlgorithm><KMSMasterKeyID/></ApplyServerSideEncryptionByDefault>",
                BucketEncryption(algorithm: .other("aws:pqc"))
            ),
        ])
    func encryption(rule: String, encryption: BucketEncryption) throws {
        let body = "<ServerSideEncryptionConfiguration><Rule>\(rule)</Rule></ServerSideEncryptionConfiguration>"
        #expect(try S3.GetBucketEncryption.decode(HTTPResponse(body)) == encryption)
    }

    @Test("of several encryption rules the one with a default counts")
    func encryptionRuleWithoutDefault() throws {
        let body = """
            <ServerSideEncryptionConfiguration><Rule><BucketKeyEnabled>false</BucketKeyEnabled></Rule><Rule>
            <ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm></ApplyServerSideEncryptionByDefault>
            </Rule></ServerSideEncryptionConfiguration>
            """
        #expect(try S3.GetBucketEncryption.decode(HTTPResponse(body)).isKMS)
        #expect(throws: MalformedReply.self) {
            try S3.GetBucketEncryption.decode(HTTPResponse("<ServerSideEncryptionConfiguration/>"))
        }
    }

    @Test(
        "Object Lock may have a default retention or none (1.15)",
        arguments: [
            ("<ObjectLockEnabled>Enabled</ObjectLockEnabled>", ObjectLockConfiguration(enabled: true)),
            (
                "<ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule><DefaultRetention><Mode>COMPLIANCE</Mode><Days>30</Days></DefaultRetention></Rule>",
                ObjectLockConfiguration(enabled: true, defaultMode: .known(.compliance), defaultRetentionDays: 30)
            ),
            (
                "<ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule><DefaultRetention><Mode>GOVERNANCE</Mode><Years>7</Years></DefaultRetention></Rule>",
                ObjectLockConfiguration(enabled: true, defaultMode: .known(.governance), defaultRetentionYears: 7)
            ),
            ("", ObjectLockConfiguration(enabled: false)),
        ])
    func objectLock(content: String, lock: ObjectLockConfiguration) throws {
        let body = "<ObjectLockConfiguration>\(content)</ObjectLockConfiguration>"
        #expect(try S3.GetObjectLockConfiguration.decode(HTTPResponse(body)) == lock)
    }

    @Test(
        "the presence of the empty element turns EventBridge on (2.8)",
        arguments: [
            ("", false), ("<EventBridgeConfiguration/>", true),
            ("<EventBridgeConfiguration></EventBridgeConfiguration>", true),
            ("<TopicConfiguration><Topic>t</Topic><Event>s3:ObjectCreated:*</Event></TopicConfiguration>", false),
        ])
    func notification(content: String, eventBridge: Bool) throws {
        let body = "<NotificationConfiguration>\(content)</NotificationConfiguration>"
        #expect(try S3.GetBucketNotificationConfiguration.decode(HTTPResponse(body)).eventBridge == eventBridge)
    }

    @Test("tags keep their order, empty values and escaped characters")
    func tags() throws {
        let body = """
            <Tagging><TagSet><Tag><Key>tier &amp; class</Key><Value>critical</Value></Tag><Tag><Key>☃</Key><Value/></Tag></TagSet></Tagging>
            """
        #expect(
            try S3.GetBucketTagging.decode(HTTPResponse(body))
                == [Tag(key: "tier & class", value: "critical"), Tag(key: "☃", value: "")])
        #expect(throws: MalformedReply.self) { try S3.GetBucketTagging.decode(HTTPResponse("<Tagging/>")) }
    }

    @Test("a policy is a JSON object as it came")
    func policy() throws {
        #expect(try S3.GetBucketPolicy.decode(HTTPResponse("\n{\"Statement\": []}")) == "\n{\"Statement\": []}")
        for body in ["", "<html/>", "[]", "  "] {
            #expect(throws: MalformedReply.self) { try S3.GetBucketPolicy.decode(HTTPResponse(body)) }
        }
    }

    @Test("what is absent from a public access block is not blocked")
    func publicAccessBlock() throws {
        let body = """
            <PublicAccessBlockConfiguration><BlockPublicAcls>TRUE</BlockPublicAcls>
            <BlockPublicPolicy>false</BlockPublicPolicy></PublicAccessBlockConfiguration>
            """
        #expect(
            try S3.GetPublicAccessBlock.decode(HTTPResponse(body))
                == PublicAccessBlock(
                    blockPublicACLs: true, ignorePublicACLs: false, blockPublicPolicy: false,
                    restrictPublicBuckets: false))
    }

    @Test("every setting refuses a document of another kind", arguments: settings.map { Setting(type: $0) })
    func wrongRoots(setting: Setting) {
        for body in ["<Error><Code>SlowDown</Code></Error>", "<html><body/></html>", "", "not XML"] {
            #expect(throws: MalformedReply.self) { try setting.type.decode(HTTPResponse(body)) }
        }
    }

    private static let settings: [any Operation.Type] = OperationCatalogue.all.filter { type in
        type.service == S3.service && type.name.hasPrefix("Get")
    }

    struct Setting: Sendable, CustomTestStringConvertible {
        let type: any Operation.Type
        var testDescription: String { operationName(type) }
    }
}
