package import AWSModel
package import Foundation

/// A role with its policies; documents are JSON text.
package struct SimulatedRole: Sendable {
    package let name: String
    package let arn: ARN
    package let id: String
    package let path: String
    package let createdAt: Date
    package var trustPolicy: String
    package var description: String?
    package var inlinePolicies: [String: String] = [:]
    package var attachedPolicies: [String] = []
}

/// A policy that roles can share; only its default version is kept.
package struct ManagedPolicy: Sendable {
    package let name: String
    package let arn: String
    package let id: String
    package let versionID: String
    package let createdAt: Date
    package var document: String
}

/// The roles and managed policies of an account.
package struct RoleStore: Sendable {
    package var roles: [String: SimulatedRole] = [:]
    package var policies: [String: ManagedPolicy] = AWSManagedPolicies.all

    package func role(arn: String) -> SimulatedRole? { roles.values.first { $0.arn.text == arn } }

    /// All documents of a role: inline and attached.
    func documents(of role: SimulatedRole) -> [PolicyDocument] {
        (role.inlinePolicies.values.map { $0 } + role.attachedPolicies.compactMap { policies[$0]?.document })
            .compactMap(PolicyDocument.init)
    }

    func allows(_ role: SimulatedRole, _ action: String, on resource: String) -> Bool {
        let answers = documents(of: role).map { $0.answer(action, on: resource) }
        return answers.contains(.allowed) && !answers.contains(.denied)
    }
}
