/// An Aurora global database, as every one of its regions tells of it (3.3).
package struct GlobalCluster: Hashable, Sendable, Codable {
    package struct Member: Hashable, Sendable, Codable {
        package enum Synchronization: String, Hashable, Sendable {
            case connected, pendingResync = "pending-resync"
        }
        package var clusterARN: ARN
        package var isWriter: Bool
        package var readers: [String]
        package var synchronization: Open<Synchronization>?

        private enum CodingKeys: String, CodingKey {
            case clusterARN = "DBClusterArn", isWriter = "IsWriter", readers = "Readers"
            case synchronization = "SynchronizationStatus"
        }

        package init(
            clusterARN: ARN, isWriter: Bool, readers: [String] = [], synchronization: Open<Synchronization>? = nil
        ) {
            self.clusterARN = clusterARN
            self.isWriter = isWriter
            self.readers = readers
            self.synchronization = synchronization
        }
    }

    package var identifier: String
    package var arn: String?
    package var engine: String?
    package var status: String?
    package var members: [Member]
    /// The state of a failover that is under way.
    package var failover: String?
    package var deletionProtection: Bool?

    private enum CodingKeys: String, CodingKey {
        case identifier = "GlobalClusterIdentifier", arn = "GlobalClusterArn", engine = "Engine", status = "Status",
            members = "GlobalClusterMembers", failover = "FailoverState", deletionProtection = "DeletionProtection"
    }

    package init(
        identifier: String, arn: String? = nil, engine: String? = nil, status: String? = nil, members: [Member] = [],
        failover: String? = nil, deletionProtection: Bool? = nil
    ) {
        self.identifier = identifier
        self.arn = arn
        self.engine = engine
        self.status = status
        self.members = members
        self.failover = failover
        self.deletionProtection = deletionProtection
    }
}
