import AWSCore
import AWSModel
import AWSServices
import Posture

/// Finds the regions of the account: asks the home region, and others of the partition when that one is silent.
struct RegionSurvey: Sendable {
    struct Findings: Sendable {
        var listing: Reading<[RegionDescription]>
        /// Enabled ones, or those assumed where the listing was not answered; sorted.
        var enabled: [Region]
        var notEnabled: [Region]
    }

    let reader: Reader
    let askable: Askable
    /// What the operator restricts the survey to; empty is all.
    let wanted: [Region]

    func findings() async -> Findings {
        let reading = await askable.firstAnswer(isSilent: \.isUnreachable) { region in
            await reader.read(EC2.DescribeRegions(allRegions: true), in: region)
        }
        guard let described = reading.value else {
            return Findings(
                listing: reading, enabled: wanted.isEmpty ? assumed : wanted.sorted(), notEnabled: [])
        }
        let notEnabled = described.filter { $0.optInStatus == .known(.notOptedIn) }.map(\.name)
        let enabled = described.filter { $0.optInStatus != .known(.notOptedIn) }.map(\.name)
        return Findings(listing: reading, enabled: enabled.sorted(), notEnabled: notEnabled.sorted())
    }

    /// The regions to read of which it is known beforehand that an account has them.
    var certain: [Region] { wanted.isEmpty ? assumed : wanted.filter(assumed.contains).sorted() }

    /// The regions that accounts of a partition have without opting in.
    private var assumed: [Region] {
        (Self.defaults[Partition.containing(askable.regions[0]).id] ?? askable.regions).sorted()
    }

    static let defaults: [String: [Region]] = [
        "aws": [
            "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-southeast-1", "ap-southeast-2",
            "ca-central-1", "eu-central-1", "eu-north-1", "eu-west-1", "eu-west-2", "eu-west-3", "sa-east-1",
            "us-east-1", "us-east-2", "us-west-1", "us-west-2",
        ],
        "aws-cn": ["cn-north-1", "cn-northwest-1"],
        "aws-us-gov": ["us-gov-east-1", "us-gov-west-1"],
        "aws-eusc": ["eusc-de-east-1"],
    ]
}
