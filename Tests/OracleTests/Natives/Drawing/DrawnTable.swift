import AWSModel

/// A table of DynamoDB with its replicas.
struct DrawnTable: Sendable {
    var basics: DrawnBasics
    /// The step at which point-in-time recovery is switched on; nil is never.
    var recoverableFrom: Int?
    var recoveryDays = 35
    var isGuarded = false
    /// The steps at which somebody backs it up by hand.
    var backups: [Int] = []
    var replicas: [DrawnTableReplica] = []

    static func arn(_ basics: DrawnBasics) -> String {
        "arn:aws:dynamodb:\(basics.region):\(DrawnAccount.id):table/\(basics.name)"
    }
}

/// The same table in another region.
struct DrawnTableReplica: Sendable {
    var basics: DrawnBasics
    var lag = DrawnLag.untold
    var from = 0
    var recoverableFrom: Int?
    /// What its status is instead of `ACTIVE`, and from which step on.
    var trouble: String?
    var stoppedFrom: Int?
    /// The step at which it is deleted.
    var removedFrom: Int?
}
