package import AWSCore
package import AWSModel

extension Backup {
    /// A restore testing plan with what it picks (2.17).
    package struct GetRestoreTestingPlan: BackupRead {
        package static let name = "GetRestoreTestingPlan"
        package static let call = "backup:GetRestoreTestingPlan"

        package let planName: String

        package init(planName: String) { self.planName = planName }

        package var path: String { "/restore-testing/plans/\(PercentEncoding.encode(planName))" }

        package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> RestoreTestingPlanDetail {
            try json(Reply.self, response).plan
        }

        private struct Reply: Decodable {
            let plan: RestoreTestingPlanDetail

            private enum CodingKeys: String, CodingKey { case plan = "RestoreTestingPlan" }
        }
    }
}
