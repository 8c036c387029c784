/// What IAM's policy simulator says of one action.
package struct SimulatedDecision: Hashable, Sendable, Codable {
    package enum Decision: String, Hashable, Sendable {
        case allowed, explicitDeny, implicitDeny
    }

    package var action: String
    package var resource: String?
    package var decision: Open<Decision>

    package init(action: String, resource: String? = nil, decision: Open<Decision>) {
        self.action = action
        self.resource = resource
        self.decision = decision
    }
}
