import AWSModel
import Foundation

/// What a backup job is asked to do.
struct BackupRequest {
    var resource: SimulatedResource
    /// The name of the vault.
    var vault: String
    var region: Region
    var roleARN: String
    var lifecycle: RecoveryPointLifecycle?
    /// Seconds.
    var startWindow: TimeInterval
    /// Seconds from the job's creation; nil is as long as it takes.
    var completionWindow: TimeInterval?
    var pointTags: [String: String] = [:]
    var origin: SimulatedJobOrigin?
    var copyActions: [CopyAction] = []
    var isContinuous = false
}
