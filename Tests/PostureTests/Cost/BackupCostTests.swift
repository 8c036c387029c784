import AWSModel
import Testing

@testable import Posture

@Suite("What recovery points cost a month")
struct BackupCostTests {
    private static func cost(
        _ type: String = "S3", in region: Region = "us-east-1", from source: Region? = nil, usage: BucketUsage? = nil,
        gigabytes: Int64? = nil, continuous: Bool = false, storageClass: String? = nil
    ) throws -> MonthlyCost {
        let name = "arn:aws:backup:\(region):111122223333:recovery-point:\(continuous ? "continuous:" : "")1"
        let point = RecoveryPoint(
            arn: try #require(ARN(name)), size: gigabytes.map { ByteCount($0 << 30) }, storageClass: storageClass)
        return BackupCost(type: type, region: region, source: source, used: UsedBytes(usage), point: point)
            .monthly(.dated)
    }

    @Test("a recovery point is paid for by its size; what older ones hold besides is not known")
    func storage() throws {
        // 100 x .05
        let cost = try Self.cost(usage: .of(gigabytes: 500), gigabytes: 100)
        #expect(cost.micros["storage"] == 5_000_000)
        #expect(cost.words == "at least $5.00 a month")
    }

    @Test("a continuous backup is one, and costs a read and an event for each object written")
    func continuous() throws {
        // 100 x .05; 1,000 x .0004 + 1,000 x .001
        let cost = try Self.cost(usage: .of(gigabytes: 100, puts: 1_000_000), gigabytes: 100, continuous: true)
        #expect(cost.micros == ["storage": 5_000_000, "requests": 1_400_000])
        #expect(cost.words == "$6.40 a month")
    }

    @Test("a copy pays for what changed on its way (8.4)")
    func copy() throws {
        // 100 x .05 + 50 x .02
        let cost = try Self.cost(
            in: "us-west-2", from: "us-east-1", usage: .of(gigabytes: 100, uploadedGigabytes: 50), gigabytes: 100)
        #expect(cost.micros["storage"] == 5_000_000)
        #expect(cost.micros["transfer"] == 1_000_000)
        #expect(cost.micros["requests"] == nil)
    }

    @Test("small objects count as 128 KB each (8.3)")
    func smallObjects() throws {
        // 2^23 x 128 KiB = 2^40 = 1,024 GB x .05
        let cost = try Self.cost(usage: .of(gigabytes: 10, objects: 1 << 23), gigabytes: 10)
        #expect(cost.micros["storage"] == 51_200_000)
    }

    @Test("a size of 0 is none that was told: the bucket's stands in, where it is known")
    func zero() throws {
        #expect(try Self.cost(usage: .of(gigabytes: 100), gigabytes: 0).micros["storage"] == 5_000_000)
        #expect(try Self.cost(gigabytes: 0).micros["storage"] == .some(nil))
        #expect(try Self.cost().micros["storage"] == .some(nil))
    }

    @Test("a table's and a file system's recovery points tell what they store, warm or cold")
    func otherTypes() throws {
        #expect(try Self.cost("DynamoDB", gigabytes: 10).micros["storage"] == 1_000_000)
        #expect(try Self.cost("DynamoDB", gigabytes: 10, storageClass: "COLD").micros["storage"] == 300_000)
        #expect(try Self.cost("EFS", gigabytes: 10, storageClass: "COLD").micros["storage"] == 100_000)
    }

    @Test(
        "of disks and databases AWS Backup tells the size of the resource, not what is stored",
        arguments: ["EBS", "RDS", "Aurora", "EC2"])
    func untold(type: String) throws {
        #expect(try Self.cost(type, gigabytes: 10).micros["storage"] == .some(nil))
    }

    @Test("a larger recovery point never costs less")
    func monotone() throws {
        var random = SeededRandom(seed: 9)
        for _ in 0..<300 {
            let size = Int64.random(in: 1...10_000, using: &random)
            let less = try Self.cost(usage: .of(gigabytes: 1), gigabytes: size)
            let more = try Self.cost(
                usage: .of(gigabytes: 1), gigabytes: size + Int64.random(in: 0...100, using: &random))
            #expect(less.known <= more.known)
        }
    }
}
