import AWSModel
import Testing

@Suite("ARN")
struct ARNTests {
    @Test(
        "an ARN is read in its parts",
        arguments: [
            ("arn:aws:s3:::media", "aws", "s3", nil, nil, "media"),
            ("arn:aws-cn:ec2:cn-north-1::snapshot/snap-1", "aws-cn", "ec2", "cn-north-1", nil, "snapshot/snap-1"),
            (
                "arn:aws:rds:us-east-1:123456789012:snapshot:awsbackup:job-1", "aws", "rds", "us-east-1",
                "123456789012",
                "snapshot:awsbackup:job-1"
            ),
            ("arn:aws:iam::123456789012:role/a/b:c", "aws", "iam", nil, "123456789012", "role/a/b:c"),
        ] as [(String, String, String, Region?, AccountID?, String)])
    func parts(
        text: String, partition: String, service: String, region: Region?, account: AccountID?, resource: String
    ) throws {
        let arn = try #require(ARN(text))
        #expect(arn.partition == partition)
        #expect(arn.service == service)
        #expect(arn.region == region)
        #expect(arn.account == account)
        #expect(arn.resource == resource)
        #expect(
            ARN(partition: partition, service: service, region: region, account: account, resource: resource) == arn)
    }

    @Test(
        "what has not six parts is no ARN",
        arguments: ["", "media", "arn:aws:s3", "arn:aws:s3::media", "ARN:aws:s3:::media"])
    func notARNs(text: String) {
        #expect(ARN(text) == nil)
    }
}
