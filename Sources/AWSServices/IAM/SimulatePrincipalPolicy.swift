package import AWSCore
package import AWSModel

extension IAM {
    /// What the identity policies of a role allow. A hint: policies of resources and organizations are not in it (1.17).
    package struct SimulatePrincipalPolicy: QueryRead {
        package static let service = IAM.service
        package static let name = "SimulatePrincipalPolicy"
        package static let call = "iam:SimulatePrincipalPolicy"

        package let roleARN: String
        /// Few: the answer is read as one page, and an action that it lacks was not answered.
        package let actions: [String]
        package let resources: [String]

        package init(roleARN: String, actions: [String], resources: [String]) {
            self.roleARN = roleARN
            self.actions = actions
            self.resources = resources
        }

        package var parameters: KeyValuePairs<String, String?> {
            ["PolicySourceArn": roleARN, "MaxItems": "1000"]
        }
        package var options: [String: String] {
            var options: [String: String] = [:]
            for (index, action) in actions.enumerated() { options["ActionNames.member.\(index + 1)"] = action }
            for (index, resource) in resources.enumerated() { options["ResourceArns.member.\(index + 1)"] = resource }
            return options
        }

        package static func read(_ result: XMLElement) throws(MalformedReply) -> [SimulatedDecision] {
            var decisions: [SimulatedDecision] = []
            for row in try result.required("EvaluationResults").all("member") {
                decisions.append(
                    SimulatedDecision(
                        action: try row.requiredText("EvalActionName"), resource: row.nonEmptyText("EvalResourceName"),
                        decision: Open(try row.requiredText("EvalDecision"))))
            }
            return decisions
        }
    }
}
