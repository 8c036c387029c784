package import AWSCore
package import AWSModel

extension Backup {
    /// Says what the validation of a restore test found; final once set (2.17).
    package struct PutRestoreValidationResult: MutatingOperation {
        package static let service = Backup.service
        package static let name = "PutRestoreValidationResult"
        package static let call = "backup:PutRestoreValidationResult"
        package static let isRepeatable = true

        package let jobID: String
        package let result: RestoreJob.Validation
        package let message: String?

        package init(jobID: String, result: RestoreJob.Validation, message: String? = nil) {
            self.jobID = jobID
            self.result = result
            self.message = message
        }

        package func request() -> OperationRequest {
            OperationRequest(
                method: .put, path: "/restore-jobs/\(PercentEncoding.encode(jobID))/validations",
                body: WriteBody.json(Body(status: result.rawValue, message: message)))
        }

        package static func decode(_ response: HTTPResponse) -> Accepted { Accepted() }

        private struct Body: Encodable {
            let status: String
            let message: String?

            private enum CodingKeys: String, CodingKey {
                case status = "ValidationStatus", message = "ValidationStatusMessage"
            }
        }
    }
}
