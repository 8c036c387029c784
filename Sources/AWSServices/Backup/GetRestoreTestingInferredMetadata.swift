package import AWSCore
package import AWSModel

extension Backup {
    /// The parameters that restore testing would use for a recovery point (2.16).
    package struct GetRestoreTestingInferredMetadata: BackupRead {
        package static let name = "GetRestoreTestingInferredMetadata"
        package static let call = "backup:GetRestoreTestingInferredMetadata"

        package let vaultName: String
        package let recoveryPointARN: String
        package let vaultAccountID: AccountID?

        package init(vaultName: String, recoveryPointARN: String, vaultAccountID: AccountID? = nil) {
            self.vaultName = vaultName
            self.recoveryPointARN = recoveryPointARN
            self.vaultAccountID = vaultAccountID
        }

        package var path: String { "/restore-testing/inferred-metadata" }
        package var query: [QueryItem] {
            QueryItem.given([
                "BackupVaultName": vaultName, "RecoveryPointArn": recoveryPointARN,
                "BackupVaultAccountId": vaultAccountID?.digits,
            ])
        }

        package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> [String: String] {
            try json(Reply.self, response).metadata
        }

        private struct Reply: Decodable {
            let metadata: [String: String]

            private enum CodingKeys: String, CodingKey { case metadata = "InferredMetadata" }
        }
    }
}
