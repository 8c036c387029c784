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
    /// Regions to ask, in order.
    let askable: [Region]
    /// What the operator restricts the survey to; empty is all.
    let wanted: [Region]

    func findings() async -> Findings {
        var listing: Reading<[RegionDescription]>?
        for region in askable {
            let reading = await reader.read(EC2.DescribeRegions(allRegions: true), in: region)
            listing = reading
            // A denial will be the same everywhere; silence will not.
            guard case .unreachable = reading.outcome else { break }
        }
        let reading =
            listing ?? Reading(.notRead, call: EC2.DescribeRegions.call, region: "us-east-1", at: reader.now())
        guard let described = reading.value else {
            return Findings(
                listing: reading, enabled: wanted.isEmpty ? Self.assumed(near: askable) : wanted.sorted(),
                notEnabled: [])
        }
        let notEnabled = described.filter { $0.optInStatus == .known(.notOptedIn) }.map(\.name)
        let enabled = described.filter { $0.optInStatus != .known(.notOptedIn) }.map(\.name)
        return Findings(listing: reading, enabled: enabled.sorted(), notEnabled: notEnabled.sorted())
    }

    /// The regions that accounts of a partition have without opting in.
    private static func assumed(near askable: [Region]) -> [Region] {
        let partition = askable.first.map { Partition.containing($0) } ?? Partition.aws
        return (defaults[partition.id] ?? askable).sorted()
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
