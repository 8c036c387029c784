package import AWSModel

/// The current version of one object of a bucket: what it said of itself (1.18), and whether it is where it replicates to.
package struct SampledObject: Hashable, Sendable, Codable {
    package var key: String
    package var metadata: ObjectMetadata
    /// By the name of the destination: whether the same version is there. A destination that did not say is left out.
    package var arrivals: [String: Bool]
    /// Why it said nothing, "denied (AccessDenied)"; nil where it did.
    package var refusal: String?

    package init(
        key: String, metadata: ObjectMetadata, arrivals: [String: Bool] = [:], refusal: String? = nil
    ) {
        self.refusal = refusal
        self.key = key
        self.metadata = metadata
        self.arrivals = arrivals
    }
}
