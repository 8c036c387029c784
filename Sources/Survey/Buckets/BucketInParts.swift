import AWSCore
import AWSModel
import Posture

/// A bucket that is read in parts, a call each, in any order and by any task.
final class BucketInParts: Sendable {
    /// What names other things comes first.
    enum Part: CaseIterable { case replication, encryption, versioning, lifecycle, objectLock, notification, tags }

    private struct State: Sendable {
        var bucket: Bucket
        var unread = Part.allCases.count
    }

    /// Nil where the bucket's region is not known: nothing can be asked of it then.
    private let settings: BucketSettings?
    private let state: Lock<State>

    /// - Parameter unread: the bucket with nothing read but its name and region.
    init(_ unread: Bucket, reader: Reader) {
        settings = unread.region.value.map { BucketSettings(reader: reader, bucket: unread.name, region: $0) }
        state = Lock(State(bucket: unread))
    }

    /// As far as it is read.
    var bucket: Bucket { state.withLock(\.bucket) }
    var home: Region? { settings?.region }
    var replication: Reading<ReplicationConfiguration> { state.withLock(\.bucket.replication) }
    var encryption: Reading<BucketEncryption> { state.withLock(\.bucket.encryption) }

    /// Reads one part; true when that was the last.
    func read(_ part: Part) async -> Bool {
        guard let settings else { return filled { _ in } }
        switch part {
        case .versioning:
            let versioning = await settings.versioning()
            return filled { $0.versioning = versioning }
        case .replication:
            let replication = await settings.replication()
            return filled { $0.replication = replication }
        case .encryption:
            let encryption = await settings.encryption()
            return filled { $0.encryption = encryption }
        case .lifecycle:
            let lifecycle = await settings.lifecycle()
            return filled { $0.lifecycle = lifecycle }
        case .objectLock:
            let objectLock = await settings.objectLock()
            return filled { $0.objectLock = objectLock }
        case .notification:
            let notification = await settings.notification()
            return filled { $0.notification = notification }
        case .tags:
            let tags = await settings.tags()
            return filled { $0.tags = tags }
        }
    }

    private func filled(_ part: (inout Bucket) -> Void) -> Bool {
        state.withLock { state in
            part(&state.bucket)
            state.unread -= 1
            return state.unread == 0
        }
    }
}
