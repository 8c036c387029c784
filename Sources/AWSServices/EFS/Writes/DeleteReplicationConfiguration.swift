package import AWSCore

extension EFS {
    /// Ends a replication, so that its destination can be written (3.7).
    package struct DeleteReplicationConfiguration: MutatingOperation {
        package static let service = EFS.service
        package static let name = "DeleteReplicationConfiguration"
        package static let call = "elasticfilesystem:DeleteReplicationConfiguration"
        package static let isRepeatable = false

        package let source: String
        /// Leaves the other region's half as it is: what can be done while that region does not answer.
        package let localOnly: Bool

        package init(source: String, localOnly: Bool) {
            self.source = source
            self.localOnly = localOnly
        }

        package func request() -> OperationRequest {
            OperationRequest(
                method: .delete,
                path: "/2015-02-01/file-systems/\(PercentEncoding.encode(source))/replication-configuration",
                query: [QueryItem("deletionMode", localOnly ? "LOCAL_CONFIGURATION_ONLY" : "ALL_CONFIGURATIONS")])
        }

        package static func decode(_ response: HTTPResponse) -> Accepted { Accepted() }
    }
}
