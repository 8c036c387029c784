import AWSModel
import Foundation

/// What AWS Backup can do with a type of resource (2.10).
struct BackupResourceType: Hashable, Sendable {
    let name: String
    /// Copies to other regions and accounts exist.
    let copies: Bool
    /// Continuous backups exist (2.3).
    let continuous: Bool
    /// Its recovery points are AWS Backup's own and use the vault's key (2.11).
    let fullyManaged: Bool
    let cold: Bool

    /// A type AWS Backup does not know can do nothing.
    init(named name: String) {
        self = Self.table[name] ?? BackupResourceType(name, copies: false)
    }

    private init(
        _ name: String, copies: Bool = true, continuous: Bool = false, fullyManaged: Bool = false, cold: Bool = false
    ) {
        self.name = name
        self.copies = copies
        self.continuous = continuous
        self.fullyManaged = fullyManaged
        self.cold = cold
    }

    /// As `GetSupportedResourceTypes` names them.
    static let supported = table.keys.sorted()

    private static let table: [String: BackupResourceType] = {
        let types: [BackupResourceType] = [
            BackupResourceType("EC2"),
            BackupResourceType("S3", continuous: true, fullyManaged: true),
            BackupResourceType("EBS", cold: true),
            BackupResourceType("RDS", continuous: true),
            BackupResourceType("Aurora", continuous: true),
            BackupResourceType("DSQL", fullyManaged: true, cold: true),
            BackupResourceType("DynamoDB", fullyManaged: true, cold: true),
            BackupResourceType("EFS", fullyManaged: true, cold: true),
            BackupResourceType("FSx"),
            BackupResourceType("DocumentDB"),
            BackupResourceType("Neptune"),
            BackupResourceType("Timestream", fullyManaged: true, cold: true),
            BackupResourceType("VirtualMachine", fullyManaged: true, cold: true),
            BackupResourceType("SAP HANA on Amazon EC2", continuous: true, fullyManaged: true, cold: true),
            BackupResourceType("Storage Gateway"),
            BackupResourceType("EKS", fullyManaged: true),
            BackupResourceType("CloudFormation", fullyManaged: true),
            BackupResourceType("Redshift", copies: false),
            BackupResourceType("Redshift Serverless", copies: false),
        ]
        return Dictionary(uniqueKeysWithValues: types.map { ($0.name, $0) })
    }()

    /// EBS goes to the archive only when its lifecycle opts in (2.2).
    func movesToColdStorage(_ lifecycle: RecoveryPointLifecycle?) -> Bool {
        name == "EBS" ? lifecycle?.optInToArchive == true : cold
    }

    /// The ARN of a new recovery point (2.15).
    func recoveryPointARN(
        id: String, of resourceARN: String, in region: Region, account: AccountID, partition: String,
        continuous: Bool, advanced: Bool
    ) -> String {
        let short = id.filter { $0 != "-" }.prefix(17)
        let tail = resourceARN.split(whereSeparator: { $0 == ":" || $0 == "/" }).last.map(String.init) ?? id
        func arn(_ service: String, _ resource: String, account owner: AccountID? = account) -> String {
            ARN(partition: partition, service: service, region: region, account: owner, resource: resource).text
        }
        if continuous { return arn("backup", "recovery-point:continuous:\(tail)-\(id.prefix(8))") }
        switch name {
        case "EBS", "Storage Gateway": return arn("ec2", "snapshot/snap-0\(short.prefix(16))", account: nil)
        case "EC2": return arn("ec2", "image/ami-0\(short.prefix(16))", account: nil)
        case "RDS" where !resourceARN.contains(":cluster:"): return arn("rds", "snapshot:awsbackup:job-\(id)")
        case "RDS", "Aurora", "DocumentDB", "Neptune": return arn("rds", "cluster-snapshot:awsbackup:job-\(id)")
        case "FSx": return arn("fsx", "backup/backup-0\(short.prefix(16))")
        case "Redshift": return arn("redshift", "snapshot:\(tail)/awsbackup-job-\(id)")
        case "Redshift Serverless": return arn("redshift-serverless", "snapshot/\(id)")
        case "DynamoDB" where !advanced: return arn("dynamodb", "table/\(tail)/backup/01\(short)")
        case "CloudFormation": return arn("backup", "recovery-point:composite:cloudformation/\(tail)-\(id)")
        default: return arn("backup", "recovery-point:\(id)")
        }
    }
}
