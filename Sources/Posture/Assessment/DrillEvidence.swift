package import AWSModel
package import Foundation

/// A drill, or a recovery in earnest, that ended well: the proof of one way back to one resource.
package struct DrillEvidence: Hashable, Sendable, Codable {
    package var resource: String
    package var mechanism: RecoveryPath.Mechanism
    package var region: Region
    /// What it was a recovery from, and so all that it proves a way back from; nil where nobody wrote it down: the loss
    /// of a region, where the mechanism leads out of one, and a deletion where it does not.
    package var threat: Threat?
    package var at: Date
    /// How long it took; nil where nobody measured.
    package var duration: Duration?

    package init(
        resource: String, mechanism: RecoveryPath.Mechanism, region: Region, threat: Threat? = nil, at: Date,
        duration: Duration? = nil
    ) {
        self.resource = resource
        self.mechanism = mechanism
        self.region = region
        self.threat = threat
        self.at = at
        self.duration = duration
    }
}
