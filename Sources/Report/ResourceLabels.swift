import AWSModel
import Posture

/// What resources are called where only their ARN is at hand: type and name, or the ARN where that says too little.
struct ResourceLabels {
    /// What the ARN alone does not tell: a cluster's kind, names, and types that only AWS Backup knows.
    private var told: [String: (type: String, name: String)] = [:]

    init(_ assessment: Assessment) {
        for resource in assessment.scenarios.lazy.flatMap(\.resources) {
            switch resource.type {
            // Volumes and file systems have a name of their own besides the identifier in their ARN.
            case .rdsCluster, .ebsVolume, .efsFileSystem, .other:
                told[resource.arn] = (resource.type.name, resource.name)
            case .s3Bucket, .rdsInstance, .auroraCluster, .dynamoDBTable: continue
            }
        }
    }

    /// "s3-bucket media"
    func text(_ arn: String) -> String {
        let (type, name) = parts(arn)
        return type.map { "\($0) \(name)" } ?? name
    }

    /// "media"
    func name(_ arn: String) -> String { parts(arn).name }

    /// "s3-bucket media, logs; rds-instance orders"
    func list(_ arns: some Sequence<String>) -> String {
        var lists: [(type: String?, names: [String])] = []
        for arn in arns {
            let (type, name) = parts(arn)
            if let index = lists.firstIndex(where: { $0.type == type }) {
                lists[index].names.append(name)
            } else {
                lists.append((type, [name]))
            }
        }
        return lists.map { list in
            (list.type.map { $0 + " " } ?? "") + list.names.joined(separator: ", ")
        }.joined(separator: "; ")
    }

    private func parts(_ arn: String) -> (type: String?, name: String) {
        if let known = told[arn] { return known }
        let known = ResourceClassification(arn: arn)
        if case .other = known.type { return Self.vaultOrRole(arn) ?? (nil, arn) }
        return (known.type.name, known.name)
    }

    /// Vaults and roles go by their names; a plan's ARN holds none.
    private static func vaultOrRole(_ text: String) -> (type: String?, name: String)? {
        guard let arn = ARN(text) else { return nil }
        switch arn.service {
        case "backup" where arn.resource.hasPrefix("backup-vault:"):
            return ("backup-vault", String(arn.resource.dropFirst("backup-vault:".count)))
        case "iam" where arn.resource.hasPrefix("role/"):
            return ("iam-role", arn.resource.split(separator: "/").last.map(String.init) ?? text)
        default: return nil
        }
    }
}
