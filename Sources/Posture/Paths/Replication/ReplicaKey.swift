import AWSModel

/// What is known of the key that a rule names for its replicas (1.9).
enum ReplicaKey: Hashable, Sendable {
    /// A key of the destination's region that can encrypt.
    case usable
    /// A key of the destination's region by its name; whether it can encrypt was not read.
    case stateUnread(String)
    /// A key of another region, or none at all.
    case wrongRegion(String)
    /// A key of the right region that cannot encrypt now.
    case broken(String)
    /// Whether it is a key of the destination's region was not read.
    case unread(String)

    /// An ARN tells its region by itself; an id or an alias tells it only by being found there.
    init(of rule: ReplicationRule, destinationRegion: Region, crossAccount: Bool, in account: AccountView) {
        guard let name = rule.destination.replicaKMSKeyID, !name.isEmpty else {
            self = .wrongRegion("rule \(rule.label) selects KMS objects but names no replica key")
            return
        }
        let named = ARN(name)
        if let region = named?.region, region != destinationRegion {
            self = .wrongRegion(
                "replica key of rule \(rule.label) is in \(region), the destination in \(destinationRegion)")
            return
        }
        let reading = account.inventory.keys[KeyReference(name: name, region: destinationRegion)]
        if let key = reading?.value {
            self = Self.judge(key, name: name, region: destinationRegion, crossAccount: crossAccount)
        } else if crossAccount, name.hasSuffix("alias/aws/s3") {
            self = .broken("the AWS managed key alias/aws/s3 cannot be used across accounts")
        } else if reading?.isAbsent == true {
            let text = "replica key \(name) does not exist in \(destinationRegion)"
            self = named == nil ? .wrongRegion(text) : .broken(text)
        } else {
            let gap = reading?.gap ?? "not read"
            self =
                named?.region == nil
                ? .unread("replica key \(name) unread in \(destinationRegion): \(gap)")
                : .stateUnread("state of replica key unread: \(gap)")
        }
    }

    private static func judge(_ key: KeyMetadata, name: String, region: Region, crossAccount: Bool) -> ReplicaKey {
        if let home = key.arn.region, home != region {
            return .wrongRegion("replica key \(name) is in \(home), the destination in \(region)")
        }
        if crossAccount, key.manager == .known(.aws) {
            return .broken("an AWS managed key cannot be used across accounts")
        }
        if let fault = key.fault { return .broken("replica key \(fault)") }
        return .usable
    }
}

extension KeyMetadata {
    /// Why it cannot encrypt or decrypt, "is Disabled"; nil when nothing speaks against it.
    var fault: String? {
        switch state {
        case nil, .known(.enabled), .known(.updating), .known(.creating): nil
        case .known(let state): "is \(state.rawValue)"
        case .other(let text): "is in state \(text)"
        }
    }
}
