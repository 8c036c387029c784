/// The subnets that databases are put into.
package struct DBSubnetGroup: Hashable, Sendable, Codable {
    package var name: String
    package var vpc: String?
    package var status: String?
    package var subnets: [String]

    package init(name: String, vpc: String? = nil, status: String? = nil, subnets: [String] = []) {
        self.name = name
        self.vpc = vpc
        self.status = status
        self.subnets = subnets
    }
}

/// How much of something an account may have in a region, and has.
package struct AccountQuota: Hashable, Sendable, Codable {
    /// `DBInstances`
    package var name: String
    package var used: Int?
    package var maximum: Int?

    package init(name: String, used: Int? = nil, maximum: Int? = nil) {
        self.name = name
        self.used = used
        self.maximum = maximum
    }
}
