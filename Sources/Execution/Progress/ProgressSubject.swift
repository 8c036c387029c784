package import AWSModel

/// What is waited for.
package enum ProgressSubject: Hashable, Sendable, Codable {
    case restoreJob(id: String)
    case instance(String)
    /// A replica that is becoming an instance of its own.
    case promotion(instance: String)
    case cluster(String)
    /// The cluster, by its ARN, that becomes the writer of a global database.
    case writer(globalCluster: String, cluster: String)
    case table(String)
    case volume(String)
    case fileSystem(String)
    /// The end of a file system's replication.
    case replicationEnd(fileSystem: String)
    case batchJob(id: String, account: AccountID)
}
