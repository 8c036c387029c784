package import AWSModel

/// A group of regions that shares names, keys and nothing with the others (6.1); no copy crosses its border.
package struct Partition: Hashable, Sendable {
    /// The second part of its ARNs: "aws", "aws-cn".
    package let id: String
    package let dnsSuffix: String
    package let dualStackDNSSuffix: String
    /// Where its global services live and sign.
    package let globalRegion: Region
    /// What comes before the last two parts of a region's name: `us-gov` in `us-gov-west-1`.
    let prefixes: [String]

    package static let all: [Partition] = [
        Partition(
            id: "aws", dnsSuffix: "amazonaws.com", dualStackDNSSuffix: "api.aws", globalRegion: "us-east-1",
            prefixes: ["us", "eu", "ap", "sa", "ca", "me", "af", "il", "mx"]),
        Partition(
            id: "aws-cn", dnsSuffix: "amazonaws.com.cn", dualStackDNSSuffix: "api.amazonwebservices.com.cn",
            globalRegion: "cn-northwest-1", prefixes: ["cn"]),
        Partition(
            id: "aws-us-gov", dnsSuffix: "amazonaws.com", dualStackDNSSuffix: "api.aws", globalRegion: "us-gov-west-1",
            prefixes: ["us-gov"]),
        Partition(
            id: "aws-iso", dnsSuffix: "c2s.ic.gov", dualStackDNSSuffix: "api.aws.ic.gov", globalRegion: "us-iso-east-1",
            prefixes: ["us-iso"]),
        Partition(
            id: "aws-iso-b", dnsSuffix: "sc2s.sgov.gov", dualStackDNSSuffix: "api.aws.scloud",
            globalRegion: "us-isob-east-1", prefixes: ["us-isob"]),
        Partition(
            id: "aws-iso-e", dnsSuffix: "cloud.adc-e.uk", dualStackDNSSuffix: "api.cloud-aws.adc-e.uk",
            globalRegion: "eu-isoe-west-1", prefixes: ["eu-isoe"]),
        Partition(
            id: "aws-iso-f", dnsSuffix: "csp.hci.ic.gov", dualStackDNSSuffix: "api.aws.hci.ic.gov",
            globalRegion: "us-isof-south-1", prefixes: ["us-isof"]),
        Partition(
            id: "aws-eusc", dnsSuffix: "amazonaws.eu", dualStackDNSSuffix: "api.amazonwebservices.eu",
            globalRegion: "eusc-de-east-1", prefixes: ["eusc-de"]),
    ]

    /// The commercial partition, which also takes the regions that no partition claims.
    package static let aws = all[0]

    /// The partition of a region by the shape of its name; `aws` for a shape that none claims.
    package static func containing(_ region: Region) -> Partition {
        let name = region.name.utf8
        let hyphen = UInt8(ascii: "-")
        guard let last = name.lastIndex(of: hyphen), let second = name[..<last].lastIndex(of: hyphen) else {
            return all.first { $0.globalName == region.name } ?? aws
        }
        let prefix = region.name[..<second]
        return all.first { $0.prefixes.contains { $0 == prefix } } ?? all.first { $0.globalName == region.name } ?? aws
    }

    /// What stands for the partition where a region is asked for: "aws-global".
    var globalName: String { "\(id)-global" }

    /// The partition of that name, as an ARN has it; nil for one this version does not know.
    package static func named(_ id: String) -> Partition? { all.first { $0.id == id } }
}
