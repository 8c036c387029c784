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

    @Test("partitions, their suffixes and global regions are those of botocore")
    func table() throws {
        let ours = Partition.all.map { [$0.id, $0.dnsSuffix, $0.dualStackDNSSuffix, $0.globalRegion.name] }
        #expect(Set(ours) == Set(try BotocoreEndpoints.rows("partition")))
    }
}
