/// A security group of a VPC.
package struct SecurityGroup: Hashable, Sendable, Codable {
    package var id: String
    package var name: String?
    package var vpc: String?

    package init(id: String, name: String? = nil, vpc: String? = nil) {
        self.id = id
        self.name = name
        self.vpc = vpc
    }
}

/// An availability zone of a region.
package struct AvailabilityZone: Hashable, Sendable, Codable {
    package var name: String
    package var state: String?

    package init(name: String, state: String? = nil) {
        self.name = name
        self.state = state
    }
}
