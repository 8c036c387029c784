package import AWSModel

/// What is asked of the resources that one match covers; nil sets nothing.
package struct ObjectiveRule: Hashable, Sendable {
    package var match: ResourceMatch
    package var recoveryPoint: Duration?
    package var recoveryTime: Duration?
    package var retention: Duration?
    package var accept: Acceptance?

    package init(
        match: ResourceMatch, recoveryPoint: Duration? = nil, recoveryTime: Duration? = nil, retention: Duration? = nil,
        accept: Acceptance? = nil
    ) {
        self.match = match
        self.recoveryPoint = recoveryPoint
        self.recoveryTime = recoveryTime
        self.retention = retention
        self.accept = accept
    }
}

/// Conditions on a resource, all of which must hold.
package struct ResourceMatch: Hashable, Sendable {
    /// The resource has every one of them; keys and values are compared as they are.
    package var tags: [Tag]
    /// `*` stands for any characters or none; case counts.
    package var name: String?
    package var type: ResourceType?

    package init(tags: [Tag] = [], name: String? = nil, type: ResourceType? = nil) {
        self.tags = tags
        self.name = name
        self.type = type
    }

    /// - Parameter actual: nil when the tags were not read.
    func covers(_ resource: AccountResource, tags actual: [Tag]?) -> Certainty {
        var conditions: [Certainty] = []
        if let type { conditions.append(Self.holds(type, of: resource)) }
        if let name { conditions.append(Certainty(Wildcard.matches(name, resource.name))) }
        if !tags.isEmpty {
            conditions.append(
                actual.map { actual in Certainty(tags.allSatisfy(actual.contains)) }
                    ?? .unknown("its tags were not read"))
        }
        return .all(conditions)
    }

    private static func holds(_ type: ResourceType, of resource: AccountResource) -> Certainty {
        let clusters: [ResourceType] = [.auroraCluster, .rdsCluster]
        if resource.isTypeAssumed, clusters.contains(type), clusters.contains(resource.type) {
            return .unknown("whether it is an Aurora cluster was not read")
        }
        return Certainty(type == resource.type)
    }
}
