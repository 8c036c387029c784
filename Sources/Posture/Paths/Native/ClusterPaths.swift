import AWSModel

/// Aurora: the other regions of a global database, and clusters there that replicate (3.3).
extension NativeSearch {
    mutating func examineCluster(_ place: NativePlace) {
        guard let cluster = native.cluster(place) else { return }
        if resource.type == .auroraCluster { examineGlobalDatabase(of: cluster) }
        examineReplicas(named: cluster.replicas ?? [])
        if let source = cluster.replicationSource, !native.isSecondary(resource.arn, of: source) {
            examineSource(named: source)
        }
        let isSettled = found.paths.isEmpty && found.deadEnds.isEmpty && found.unread.isEmpty
        examineSnapshotCopies(of: place)
        guard isSettled, found.paths.isEmpty else { return }
        deadEnd(
            resource.type == .auroraCluster
                ? "it is in no global database with another region" : "Multi-AZ covers a zone, not the region")
    }

    private mutating func examineGlobalDatabase(of cluster: DBCluster) {
        let isListed = (native.region(home)?.globalClusters.value ?? []).contains { global in
            global.members.contains { $0.clusterARN == cluster.arn }
        }
        let isRead = gap(in: home, \.globalClusters) == nil
        guard !isRead || isListed, let global = native.globalCluster(ofMember: cluster.arn.text) else {
            if let gap = gap(in: home, \.globalClusters) { unread("global databases unread: \(gap)") }
            return
        }
        let isWriter = global.members.first { $0.clusterARN == cluster.arn }?.isWriter ?? false
        for member in global.members where member.clusterARN != cluster.arn {
            guard let region = member.clusterARN.region, region != home else { continue }
            // A reader's data is the writer's; what another reader has, it had from there too.
            if isWriter || member.isWriter { examine(member, in: region) }
        }
        if found.paths.isEmpty { deadEnd("global database \(global.identifier) has no other region") }
    }

    private mutating func examine(_ member: GlobalCluster.Member, in region: Region) {
        var facts = PathFacts()
        let name = member.clusterARN.resource.split(separator: ":").last.map(String.init) ?? member.clusterARN.text
        if !member.isWriter {
            switch member.synchronization {
            case .known(.connected): break
            case .known(.pendingResync): facts.faults.append("secondary \(name) in \(region) waits to be synchronised")
            case .other(let text): facts.unread.append("secondary \(name) in \(region) is in state \(text)")
            case nil: facts.unread.append("whether secondary \(name) in \(region) is connected is not known")
            }
        }
        let lag =
            member.isWriter ? nil : measuredLag(of: member.clusterARN.text, called: "secondary \(name)", &facts)
        judgeRegion(region, &facts)
        var time = RecoveryTimes.promotion
        if let cluster = native.cluster(arn: member.clusterARN.text) {
            judgeStatus(cluster.status, of: "cluster \(name)", &facts)
            judgeKey(cluster.keyARN, in: region, of: "cluster \(name)", &facts)
            if cluster.members.isEmpty {
                facts.notes.append("cluster \(name) has no instance: one must be made before it serves")
                time = RecoveryTimes.headless
            }
        } else {
            facts.unread.append("cluster \(name) in \(region) unread: \(gap(in: region, \.clusters) ?? "not there")")
        }
        append(
            RecoveryPath(
                mechanism: .auroraGlobalDatabase, region: region, account: member.clusterARN.account,
                target: member.clusterARN.text, scope: .whole, healthy: true,
                assurance: member.isWriter || lag != nil || member.synchronization == .known(.connected)
                    ? .observed : .configured,
                recoveryPoint: member.isWriter
                    ? Estimate(duration: .zero, basis: .configured)
                    : lag ?? (facts.faults.isEmpty ? RecoveryTimes.globalLag : nil),
                recoveryTime: time, reasons: []), facts)
    }
}
