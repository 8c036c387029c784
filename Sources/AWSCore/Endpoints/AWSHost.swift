import AWSModel

/// The host at which AWS serves a service in a region (6.2), and the region that is signed for.
struct AWSHost: Hashable, Sendable {
    let name: String
    let signingRegion: Region

    /// - Parameter region: well-formed; it becomes part of the name.
    init(_ service: Service, in region: Region, fips: Bool, dualStack: Bool) {
        let partition = Partition.containing(region)
        let suffix = dualStack ? partition.dualStackDNSSuffix : partition.dnsSuffix
        if service.endpointPrefix == "iam" {
            (name, signingRegion) = Self.identityHost(partition, fips: fips, dualStack: dualStack, suffix: suffix)
            return
        }
        let home = service.isGlobal || region.name.hasSuffix("-global") ? partition.globalRegion : region
        signingRegion = home
        let prefix = service.endpointPrefix
        if Self.isS3(service) {
            let fipsMark = fips ? "-fips" : ""
            let stackMark = dualStack ? ".dualstack" : ""
            name = "\(prefix)\(fipsMark)\(stackMark).\(home.name).\(partition.dnsSuffix)"
        } else {
            let marked = fips && !Self.isFIPSAlready(prefix, partition, dualStack: dualStack)
            name = "\(prefix)\(marked ? "-fips" : "").\(home.name).\(suffix)"
        }
    }

    static func isS3(_ service: Service) -> Bool { service.signingName == "s3" }

    /// Services whose ordinary GovCloud hosts are the FIPS ones, by endpoint rule sets of botocore.
    private static func isFIPSAlready(_ prefix: String, _ partition: Partition, dualStack: Bool) -> Bool {
        guard partition.id == "aws-us-gov" else { return false }
        return prefix == "monitoring" || (!dualStack && govCloudFIPS.contains(prefix))
    }
    private static let govCloudFIPS: Set<String> = ["sts", "ec2", "rds", "dynamodb", "dlm", "portal.sso", "oidc"]

    /// IAM has one host a partition, which no rule forms.
    private static func identityHost(
        _ partition: Partition, fips: Bool, dualStack: Bool, suffix: String
    ) -> (String, Region) {
        let mark = fips ? "iam-fips" : "iam"
        let home = partition.globalRegion
        return switch (partition.id, fips, dualStack) {
        case ("aws", _, false): ("\(mark).\(suffix)", home)
        case ("aws", _, true): ("\(mark).global.\(suffix)", home)
        case ("aws-us-gov", _, _): ("iam.us-gov.\(suffix)", home)
        case ("aws-cn", false, false): ("iam.cn-north-1.\(suffix)", "cn-north-1")
        case ("aws-cn", false, true): ("iam.global.\(suffix)", "cn-north-1")
        case (_, false, false), ("aws-iso", _, false), ("aws-iso-b", _, false): ("\(mark).\(home.name).\(suffix)", home)
        default: ("\(mark).\(suffix)", home)
        }
    }
}
