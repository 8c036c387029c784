import AWSModel

/// A file system of EFS, replicated or not.
struct DrawnFileSystem: Sendable {
    var basics: DrawnBasics
    var isOneZone = false
    var replica: DrawnFileReplica?

    static func arn(_ basics: DrawnBasics) -> String {
        "arn:aws:elasticfilesystem:\(basics.region):\(DrawnAccount.id):file-system/\(basics.name)"
    }
}

struct DrawnFileReplica: Sendable {
    var basics: DrawnBasics
    var from = 0
    /// The step at which the replication goes wrong.
    var failedFrom: Int?
    /// The step at which somebody ends it; the replica stays, on its own.
    var endedFrom: Int?
}
