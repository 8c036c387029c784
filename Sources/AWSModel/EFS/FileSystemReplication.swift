package import Foundation

/// The replication of a file system; both of its regions tell of it (3.7).
package struct FileSystemReplication: Hashable, Sendable, Codable {
    package struct Destination: Hashable, Sendable, Codable {
        package enum Status: String, Hashable, Sendable {
            case enabled = "ENABLED", enabling = "ENABLING", deleting = "DELETING", error = "ERROR"
            case paused = "PAUSED", pausing = "PAUSING"
        }
        package var fileSystem: String
        package var region: Region
        package var owner: AccountID?
        package var status: Open<Status>?
        package var lastReplicatedAt: Date?

        private enum CodingKeys: String, CodingKey {
            case fileSystem = "FileSystemId", region = "Region", owner = "OwnerId", status = "Status"
            case lastReplicatedAt = "LastReplicatedTimestamp"
        }

        package init(
            fileSystem: String, region: Region, owner: AccountID? = nil, status: Open<Status>? = nil,
            lastReplicatedAt: Date? = nil
        ) {
            self.fileSystem = fileSystem
            self.region = region
            self.owner = owner
            self.status = status
            self.lastReplicatedAt = lastReplicatedAt
        }
    }

    package var sourceID: String
    package var sourceRegion: Region
    package var sourceARN: String?
    package var destinations: [Destination]

    private enum CodingKeys: String, CodingKey {
        case sourceID = "SourceFileSystemId", sourceRegion = "SourceFileSystemRegion", sourceARN =
            "SourceFileSystemArn", destinations = "Destinations"
    }

    package init(
        sourceID: String, sourceRegion: Region, sourceARN: String? = nil, destinations: [Destination] = []
    ) {
        self.sourceID = sourceID
        self.sourceRegion = sourceRegion
        self.sourceARN = sourceARN
        self.destinations = destinations
    }
}
