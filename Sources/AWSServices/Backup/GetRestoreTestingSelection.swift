package import AWSCore
package import AWSModel

extension Backup {
    /// What one selection of a restore testing plan tests (2.17).
    package struct GetRestoreTestingSelection: BackupRead {
        package static let name = "GetRestoreTestingSelection"
        package static let call = "backup:GetRestoreTestingSelection"

        package let planName: String
        package let selectionName: String

        package init(planName: String, selectionName: String) {
            self.planName = planName
            self.selectionName = selectionName
        }

        package var path: String {
            "/restore-testing/plans/\(PercentEncoding.encode(planName))/selections/\(PercentEncoding.encode(selectionName))"
        }

        package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> RestoreTestingSelection {
            try json(Reply.self, response).selection
        }

        private struct Reply: Decodable {
            let selection: RestoreTestingSelection

            private enum CodingKeys: String, CodingKey { case selection = "RestoreTestingSelection" }
        }
    }
}
