/// The parameters that a restore job was started with.
package struct RestoreJobMetadata: Hashable, Sendable, Codable {
    package var jobID: String?
    package var metadata: [String: String]

    private enum CodingKeys: String, CodingKey {
        case jobID = "RestoreJobId", metadata = "Metadata"
    }

    package init(jobID: String? = nil, metadata: [String: String]) {
        self.jobID = jobID
        self.metadata = metadata
    }
}
