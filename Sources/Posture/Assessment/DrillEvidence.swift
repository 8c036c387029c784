package import AWSModel
package import Foundation

/// A drill, or a recovery in earnest, that ended well: the proof of one way back to one resource.
package struct DrillEvidence: Hashable, Sendable, Codable {
    package var resource: String
    package var mechanism: RecoveryPath.Mechanism
    package var region: Region
    package var at: Date
    /// How long it took; nil where nobody measured.
    package var duration: Duration?

    package init(
        resource: String, mechanism: RecoveryPath.Mechanism, region: Region, at: Date, duration: Duration? = nil
    ) {
        self.resource = resource
        self.mechanism = mechanism
        self.region = region
        self.at = at
        self.duration = duration
    }
}
