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

extension ProgressSubject {
    /// "restore job 5E1C…"
    var words: String {
        switch self {
        case .restoreJob(let id): "restore job \(id)"
        case .instance(let name), .promotion(let name): "database \(name)"
        case .cluster(let name): "cluster \(name)"
        case .writer(let global, _): "global cluster \(global)"
        case .table(let name): "table \(name)"
        case .volume(let id): "volume \(id)"
        case .fileSystem(let id), .replicationEnd(let id): "file system \(id)"
        case .batchJob(let id, _): "batch job \(id)"
        }
    }
}
