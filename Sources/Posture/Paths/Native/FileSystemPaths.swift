import AWSModel
import Foundation

/// EFS: the file system's replication (3.7).
extension NativeSearch {
    mutating func examineFileSystem(_ place: NativePlace) {
        guard let fileSystem = native.fileSystem(place)?.fileSystem else { return }
        if let gap = gap(in: home, \.fileSystemReplications) {
            unread("replication of file systems unread: \(gap)")
            return
        }
        var seen: Set<String> = []
        for replication in native.replications(of: fileSystem.id) {
            if replication.sourceID == fileSystem.id {
                for destination in replication.destinations where seen.insert(destination.fileSystem).inserted {
                    examine(destination, of: fileSystem)
                }
            } else if replication.sourceRegion != home, seen.insert(replication.sourceID).inserted {
                appendSource(of: replication)
            }
        }
        guard found.paths.isEmpty, found.deadEnds.isEmpty else { return }
        deadEnd(
            fileSystem.zone == nil
                ? "it is not replicated to another region" : "One Zone, and not replicated to another region")
    }

    /// Replicas beside it: they have a key of their own, and go with the region.
    mutating func examineReplicasBeside(_ place: NativePlace) {
        guard let fileSystem = native.fileSystem(place)?.fileSystem else { return }
        for replication in native.replications(of: fileSystem.id) where replication.sourceID == fileSystem.id {
            for destination in replication.destinations where destination.region == home {
                let replica = native.region(home)?.fileSystems.value?
                    .first { $0.fileSystem.id == destination.fileSystem }?.fileSystem
                switch keyRelation(replica?.keyARN) {
                case .same: deadEnd("its replica \(destination.fileSystem) is under the same key")
                case .unknown: unread("the key of replica \(destination.fileSystem) is not known")
                case .other: examine(destination, of: fileSystem, besideIt: true)
                }
            }
        }
    }

    private mutating func examine(
        _ destination: FileSystemReplication.Destination, of source: FileSystem, besideIt: Bool = false
    ) {
        let region = destination.region
        guard region != home || besideIt else {
            deadEnd("it is replicated to \(destination.fileSystem) in the same region")
            return
        }
        var facts = PathFacts()
        switch destination.status {
        case .known(.enabled): break
        case .known(.enabling): facts.faults.append("its first replication to \(region) is still under way")
        case .known(let status): facts.faults.append("its replication to \(region) is \(status.rawValue)")
        case .other(let text): facts.unread.append("its replication to \(region) is in state \(text)")
        case nil: facts.unread.append("state of its replication to \(region) is not known")
        }
        judgeRegion(region, &facts)
        // Both ends tell when it was last in step; the later word stands.
        let last = native.replications(of: source.id).flatMap(\.destinations)
            .filter { $0.fileSystem == destination.fileSystem }.compactMap(\.lastReplicatedAt).max()
        let lag = last.map { Duration(from: $0, to: account.now) }
        if let lag {
            judgeLag(lag, of: "the replica in \(region)", &facts)
        } else {
            facts.unread.append("when it was last replicated to \(region) is not known")
        }
        let replica = native.region(region)?.fileSystems.value?
            .first { $0.fileSystem.id == destination.fileSystem }?.fileSystem
        judgeKey(replica?.keyARN, in: region, of: "the replica in \(region)", &facts)
        judgeState(replica?.state, of: "the replica in \(region)", &facts)
        // Another account's cannot be looked at from here.
        if replica == nil, destination.owner == nil || destination.owner == account.caller {
            if let gap = gap(in: region, \.fileSystems) {
                facts.unread.append("the replica in \(region) unread: \(gap)")
            } else {
                facts.faults.append("file system \(destination.fileSystem) is not in \(region) any more")
            }
        }
        append(
            RecoveryPath(
                mechanism: .efsReplication, region: region, account: destination.owner ?? account.caller,
                target: replica?.arn.text
                    ?? account.arn(ofFileSystem: destination.fileSystem, in: region, of: destination.owner),
                scope: .whole, healthy: true,
                assurance: last == nil ? .configured : .observed,
                recoveryPoint: lag.map { Estimate(duration: $0, basis: .measured) },
                recoveryTime: RecoveryTimes.promotion, reasons: []), facts)
    }

    /// A replica loses nothing with its region: the source has it all.
    private mutating func appendSource(of replication: FileSystemReplication) {
        var facts = PathFacts()
        let region = replication.sourceRegion
        let owner = replication.sourceARN.flatMap { ARN($0)?.account } ?? account.caller
        judgeRegion(region, &facts)
        if owner == account.caller {
            judgeSource(replication.sourceID, in: region, &facts)
        } else {
            facts.unread.append("its source in account \(owner?.digits ?? "") cannot be looked at")
        }
        append(
            RecoveryPath(
                mechanism: .efsReplication, region: region, account: owner,
                target: replication.sourceARN
                    ?? account.arn(ofFileSystem: replication.sourceID, in: replication.sourceRegion),
                scope: .whole, healthy: true,
                assurance: .observed, recoveryPoint: Estimate(duration: .zero, basis: .configured),
                recoveryTime: RecoveryTimes.repointing, reasons: []), facts)
    }

    private func judgeSource(_ id: String, in region: Region, _ facts: inout PathFacts) {
        if let gap = gap(in: region, \.fileSystems) {
            facts.unread.append("its source in \(region) unread: \(gap)")
            return
        }
        let known = native.region(region)?.fileSystems.value ?? []
        guard let source = known.first(where: { $0.fileSystem.id == id })?.fileSystem else {
            facts.faults.append("its source \(id) is not in \(region) any more")
            return
        }
        judgeKey(source.keyARN, in: region, of: "its source \(id)", &facts)
        judgeState(source.state, of: "its source \(id)", &facts)
    }

    private func judgeState(_ state: String?, of what: String, _ facts: inout PathFacts) {
        if let state, !["available", "updating"].contains(state) { facts.faults.append("\(what) is \(state)") }
    }
}
