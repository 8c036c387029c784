package import AWSModel

/// What the answers add up to: which calls would be made for which resource.
package struct Draft: Hashable, Sendable, Codable {
    package var incident: Incident
    package var resource: AffectedResource
    package var way: RecoveryWay
    /// Where the calls go, in the order in which they are to be made: each after the one before has ended.
    package var region: Region
    package var actions: [RecoveryAction]
    /// What is made, or changed; this name has to be typed.
    package var name: String
    /// In a sentence each.
    package var creates: [String]
    /// Whether the call makes something under that name, which has to be free.
    package var isNew: Bool
    /// Every key, group and role that is named in the parameters, by what it is: `key`, `role`, `subnet-group`,
    /// `security-groups`, `availability-zone`.
    package var names: [String: String]
    /// What an operator should know of the parameters.
    package var notes: [String]

    package init(
        incident: Incident, resource: AffectedResource, way: RecoveryWay, region: Region,
        actions: [RecoveryAction] = [], name: String, creates: [String] = [], isNew: Bool = false,
        names: [String: String] = [:], notes: [String] = []
    ) {
        self.incident = incident
        self.resource = resource
        self.way = way
        self.region = region
        self.actions = actions
        self.name = name
        self.creates = creates
        self.isNew = isNew
        self.names = names
        self.notes = notes
    }

    /// The calls as they would be sent under a token.
    ///
    /// - Parameter attempts: how often each was made anew after what it had started failed, by its first token: each
    ///   time it is another call, under a token of its own.
    package func calls(token: String, attempts: [String: Int] = [:]) -> [PlannedCall] {
        actions.enumerated().map { index, action in
            let first = actions.count == 1 ? token : "\(token)-\(index + 1)"
            let own = attempts[first].map { "\(first)r\($0)" } ?? first
            return PlannedCall(
                token: own, region: region(of: action), resource: resource.arn, action: action.created(by: own))
        }
    }

    /// A switchover is the home region's to make, wherever the instance before it was made (3.3).
    private func region(of action: RecoveryAction) -> Region {
        guard case .switchoverGlobalCluster = action else { return region }
        return resource.region ?? region
    }
}

extension RecoveryAction {
    /// What is made new has a token of its own in the metadata: one that was never used before.
    fileprivate func created(by token: String) -> RecoveryAction {
        guard case .startRestoreJob(let point, let type, let role, var metadata) = self,
            metadata["newFileSystem"] == "true" || metadata["NewBucket"] == "true"
        else { return self }
        metadata["CreationToken"] = token
        return .startRestoreJob(recoveryPoint: point, type: type, role: role, metadata: metadata)
    }
}
