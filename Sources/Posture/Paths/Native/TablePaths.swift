import AWSModel

/// DynamoDB: the other regions of a global table (3.5).
extension NativeSearch {
    mutating func examineTable(_ place: NativePlace) {
        guard let contents = native.table(place) else { return }
        guard let table = contents.table.value else {
            unread("table unread: \(contents.table.gap ?? "not there")")
            return
        }
        // The old kind tells of its replicas by calls that are not made.
        if table.globalTableVersion == "2017.11.29" {
            unread("replicas of a global table of version 2017.11.29 are not read")
            return
        }
        for replica in table.replicas ?? [] where replica.region != home { examine(replica, of: table) }
        guard found.paths.isEmpty, found.deadEnds.isEmpty else { return }
        deadEnd(
            contents.pointInTimeRecovery.value?.status == .known(.enabled)
                ? "point-in-time recovery reads from \(home), which would be gone" : "no replica in another region")
    }

    private mutating func examine(_ replica: Table.Replica, of table: Table) {
        var facts = PathFacts()
        switch replica.status {
        case .known(.active), .known(.updating): break
        case .known(let status): facts.faults.append("replica in \(replica.region) is \(status.rawValue)")
        case .other(let text): facts.unread.append("replica in \(replica.region) is in state \(text)")
        case nil: facts.unread.append("state of the replica in \(replica.region) is not known")
        }
        judgeRegion(replica.region, &facts)
        judgeKey(replica.keyARN, in: replica.region, of: "replica in \(replica.region)", &facts)
        let arn = ARN(
            partition: table.arn.partition, service: "dynamodb", region: replica.region, account: table.arn.account,
            resource: table.arn.resource)
        append(
            RecoveryPath(
                mechanism: .dynamoDBGlobalTable, region: replica.region, account: table.arn.account, target: arn.text,
                scope: .whole, healthy: true, assurance: replica.status == .known(.active) ? .observed : .configured,
                recoveryPoint: table.consistency == .known(.strong)
                    ? Estimate(duration: .zero, basis: .configured) : RecoveryTimes.tableLag,
                recoveryTime: RecoveryTimes.repointing, reasons: []), facts)
    }
}
