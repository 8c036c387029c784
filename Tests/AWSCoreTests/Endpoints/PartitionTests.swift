import AWSModel
import Testing

@testable import AWSCore

@Suite struct PartitionTests {
    @Test(
        "a region belongs to the partition whose pattern its name has",
        arguments: [
            ("us-east-1", "aws"), ("eu-central-2", "aws"), ("mx-central-1", "aws"), ("ap-newplace-7", "aws"),
            ("aws-global", "aws"), ("cn-north-1", "aws-cn"), ("aws-cn-global", "aws-cn"),
            ("us-gov-west-1", "aws-us-gov"), ("us-gov-newplace-9", "aws-us-gov"), ("us-iso-east-1", "aws-iso"),
            ("us-isob-east-1", "aws-iso-b"), ("eu-isoe-west-1", "aws-iso-e"), ("us-isof-south-1", "aws-iso-f"),
            ("eusc-de-east-1", "aws-eusc"), ("nowhere", "aws"),
        ])
    func containing(region: String, partition: String) {
        #expect(Partition.containing(Region(region)).id == partition)
    }

    @Test("suffixes and global regions are those of botocore's partitions.json")
    func table() {
        let rows = Partition.all.map { "\($0.id) \($0.dnsSuffix) \($0.dualStackDNSSuffix) \($0.globalRegion)" }.sorted()
        #expect(
            rows == [
                "aws amazonaws.com api.aws us-east-1",
                "aws-cn amazonaws.com.cn api.amazonwebservices.com.cn cn-northwest-1",
                "aws-eusc amazonaws.eu api.amazonwebservices.eu eusc-de-east-1",
                "aws-iso c2s.ic.gov api.aws.ic.gov us-iso-east-1",
                "aws-iso-b sc2s.sgov.gov api.aws.scloud us-isob-east-1",
                "aws-iso-e cloud.adc-e.uk api.cloud-aws.adc-e.uk eu-isoe-west-1",
                "aws-iso-f csp.hci.ic.gov api.aws.hci.ic.gov us-isof-south-1",
                "aws-us-gov amazonaws.com api.aws us-gov-west-1",
            ])
    }
}
