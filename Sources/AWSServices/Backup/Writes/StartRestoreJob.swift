package import AWSCore
import AWSModel

extension Backup {
    /// Starts a restore (2.16); answered with the job's id. AWS knows the token for an hour, and answers it with the same
    /// job.
    package struct StartRestoreJob: MutatingOperation {
        package static let service = Backup.service
        package static let name = "StartRestoreJob"
        package static let call = "backup:StartRestoreJob"
        package static let isRepeatable = true

        package let recoveryPointARN: String
        package let metadata: [String: String]
        package let roleARN: String?
        package let resourceType: String?
        package let token: String

        package init(
            recoveryPointARN: String, metadata: [String: String], roleARN: String?, resourceType: String?, token: String
        ) {
            self.recoveryPointARN = recoveryPointARN
            self.metadata = metadata
            self.roleARN = roleARN
            self.resourceType = resourceType
            self.token = token
        }

        package var idempotencyToken: String? { token }

        package func request() -> OperationRequest {
            OperationRequest(
                method: .put, path: "/restore-jobs",
                body: WriteBody.json(
                    Body(
                        recoveryPoint: recoveryPointARN, metadata: metadata, role: roleARN, token: token,
                        type: resourceType)))
        }

        package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> String {
            try JSONReply.decode(Reply.self, from: response.body).id
        }

        private struct Body: Encodable {
            let recoveryPoint: String
            let metadata: [String: String]
            let role: String?
            let token: String
            let type: String?

            private enum CodingKeys: String, CodingKey {
                case recoveryPoint = "RecoveryPointArn", metadata = "Metadata", role = "IamRoleArn"
                case token = "IdempotencyToken", type = "ResourceType"
            }
        }

        private struct Reply: Decodable {
            let id: String

            private enum CodingKeys: String, CodingKey { case id = "RestoreJobId" }
        }
    }
}
