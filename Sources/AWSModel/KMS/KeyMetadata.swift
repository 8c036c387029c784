package import Foundation

/// `kms:DescribeKey`.
package struct KeyMetadata: Hashable, Sendable, Codable {
    package enum State: String, Hashable, Sendable {
        case creating = "Creating", enabled = "Enabled", disabled = "Disabled", pendingDeletion = "PendingDeletion"
        case pendingImport = "PendingImport", pendingReplicaDeletion = "PendingReplicaDeletion"
        case unavailable = "Unavailable", updating = "Updating"
    }
    package enum Manager: String, Hashable, Sendable { case aws = "AWS", customer = "CUSTOMER" }

    package var keyID: String
    package var arn: ARN
    package var state: Open<State>?
    package var manager: Open<Manager>?
    package var multiRegion: Bool?
    package var deletionDate: Date?

    private enum CodingKeys: String, CodingKey {
        case keyID = "KeyId", arn = "Arn", state = "KeyState", manager = "KeyManager", multiRegion = "MultiRegion"
        case deletionDate = "DeletionDate"
    }

    package init(
        keyID: String, arn: ARN, state: Open<State>? = nil, manager: Open<Manager>? = nil, multiRegion: Bool? = nil,
        deletionDate: Date? = nil
    ) {
        self.keyID = keyID
        self.arn = arn
        self.state = state
        self.manager = manager
        self.multiRegion = multiRegion
        self.deletionDate = deletionDate
    }
}
