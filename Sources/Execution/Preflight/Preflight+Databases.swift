import AWSCore
import AWSModel
import AWSServices
import Foundation
import Recovery

extension Preflight {
    func freeInstance(_ name: String, in region: Region) async -> PreflightCheck {
        await free("instance name is free", name, in: region) { () async throws(AWSError) in
            try await client.instance(name, in: region) != nil
        }
    }

    func freeCluster(_ name: String, in region: Region) async -> PreflightCheck {
        await free("cluster name is free", name, in: region) { () async throws(AWSError) in
            try await client.cluster(name, in: region) != nil
        }
    }

    func freeTable(_ name: String, in region: Region) async -> PreflightCheck {
        await free("table name is free", name, in: region) { () async throws(AWSError) in
            try await client.table(name, in: region) != nil
        }
    }

    private func free(
        _ title: String, _ name: String, in region: Region, _ isTaken: () async throws(AWSError) -> Bool
    ) async -> PreflightCheck {
        guard !name.isEmpty else { return .failed(title, "no name is given", "Give it one.", [region]) }
        return await asked(title, [region]) { () async throws(AWSError) in
            try await isTaken()
                ? .failed(title, "\(name) is there already", "Choose another name.", [region])
                : .passed(title, name, [region])
        }
    }

    func instanceClass(_ name: String, of engine: String, in region: Region) async -> PreflightCheck {
        let title = "instance class is offered"
        let advice = "Choose a class that \(region) offers for \(engine)."
        do throws(AWSError) {
            let versions = try await client.all(
                RDS.DescribeOrderableDBInstanceOptions(engine: engine, instanceClass: name), in: region)
            return versions.isEmpty
                ? .failed(title, "\(region) offers no \(name) for \(engine)", advice, [region])
                : .passed(title, "\(name) for \(engine)", [region])
        } catch {
            // Of a class or an engine that it never heard of.
            if error.code == "InvalidParameterValue" { return .failed(title, error.reason, advice, [region]) }
            return await asked(title, [region]) { () async throws(AWSError) in throw error }
        }
    }

    func clusterIsAvailable(_ name: String, in region: Region) async -> PreflightCheck {
        let title = "cluster is available"
        return await asked(title, [region]) { () async throws(AWSError) in
            guard let cluster = try await client.cluster(name, in: region) else {
                return .failed(title, "\(region) has no cluster \(name)", "Look at its name and region.", [region])
            }
            return cluster.status == "available"
                ? .passed(title, name, [region])
                : .failed(title, "\(name) is \(cluster.status ?? "in no known state")", "Wait for it.", [region])
        }
    }

    /// A replica can be promoted; what it has not received is lost (3.2).
    func replica(_ name: String, in region: Region) async -> PreflightCheck {
        let title = "instance is a replica that can be promoted"
        return await asked(title, [region]) { () async throws(AWSError) in
            guard let instance = try await client.instance(name, in: region) else {
                return .failed(title, "\(region) has no instance \(name)", "Look at its name and region.", [region])
            }
            guard let source = instance.replicaSource else {
                return .failed(
                    title, "\(name) replicates nothing", "It writes already: point the application at it.", [region])
            }
            guard instance.status == "available" else {
                return .failed(title, "\(name) is \(instance.status ?? "in no known state")", "Wait for it.", [region])
            }
            if let info = instance.statusInfos.first(where: { $0.normal == false }) {
                return .warning(
                    title, "its replication stands: \(info.message ?? info.status ?? "no reason given")",
                    "What came since then is lost with the promotion.", [region])
            }
            return .passed(title, "it replicates \(source)", [region])
        }
    }

    func writer(
        _ target: String, of global: String, in region: Region, losesData: Bool
    ) async -> [PreflightCheck] {
        let title = "cluster can become the writer"
        let check = await asked(title, [region]) { () async throws(AWSError) in
            guard let found = try await client.globalCluster(global, in: region) else {
                return .failed(title, "\(region) knows no global cluster \(global)", "Look at its name.", [region])
            }
            guard let member = found.members.first(where: { $0.clusterARN.text == target }) else {
                return .failed(title, "\(target) is not of \(global)", "Choose one of its clusters.", [region])
            }
            guard !member.isWriter else {
                return .failed(title, "it is the writer already", "Point the application at it.", [region])
            }
            guard found.failover == nil else {
                return .failed(title, "a change is under way: \(found.failover ?? "")", "Wait for it.", [region])
            }
            if losesData {
                return .warning(
                    title, "what has not been replicated is lost",
                    "While the writer's region answers, a switchover loses nothing.", [region])
            }
            guard member.synchronization != .known(.pendingResync) else {
                return .failed(title, "it is not in step", "Wait until it is, or fail over.", [region])
            }
            return .passed(title, "it is in step", [region])
        }
        // A failover is asked for where the new writer is; a switchover is the old writer's to make (3.3).
        let home = ARN(target)?.region
        guard losesData, let home, home != region else { return [check] }
        return [
            check,
            .failed("call goes to the cluster's region", "it goes to \(region)", "Call it in \(home).", [region]),
        ]
    }

    /// What automated backups of an instance hold; `source` is its identifier, or the ARN of its replicated backups.
    func pointInTime(ofInstance source: String, _ time: Date?, in region: Region) async -> PreflightCheck {
        let title = "moment can be restored"
        return await asked(title, [region]) { () async throws(AWSError) in
            if source.hasPrefix("arn:") {
                let backups = try await client.all(RDS.DescribeDBInstanceAutomatedBackups(), in: region)
                guard let backup = backups.first(where: { $0.arn == source }) else {
                    return .failed(
                        title, "\(region) has no automated backups \(source)", "Restore from a snapshot instead.",
                        [region])
                }
                return window(title, backup.earliestRestorableTime, backup.latestRestorableTime, time, region)
            }
            guard let instance = try await client.instance(source, in: region) else {
                return .failed(
                    title, "\(region) has no instance \(source)",
                    "Restore its retained automated backup by hand, or a recovery point.", [region])
            }
            return window(title, nil, instance.latestRestorableTime, time, region)
        }
    }

    func pointInTime(ofCluster source: String, _ time: Date?, in region: Region) async -> PreflightCheck {
        let title = "moment can be restored"
        return await asked(title, [region]) { () async throws(AWSError) in
            let cluster = try await client.cluster(source, in: region)
            return window(title, nil, cluster?.latestRestorableTime, time, region)
        }
    }

    private func window(
        _ title: String, _ earliest: Date?, _ latest: Date?, _ time: Date?, _ region: Region
    ) -> PreflightCheck {
        guard let latest else {
            return .failed(title, "nothing is kept of it", "Restore from a snapshot or a recovery point.", [region])
        }
        let window = (earliest.map { "\(WireDate.iso8601($0)) to " } ?? "until ") + WireDate.iso8601(latest)
        if let time, time > latest || earliest.map({ time < $0 }) == true {
            return .failed(title, "it is not within \(window)", "Choose a moment within it.", [region])
        }
        return .passed(title, window, [region])
    }

    func pointInTime(_ table: String, _ time: Date?, in region: Region) async -> PreflightCheck {
        let title = "moment can be restored"
        return await asked(title, [region]) { () async throws(AWSError) in
            let recovery = try await client.send(DynamoDB.DescribeContinuousBackups(tableName: table), in: region)
            guard let earliest = recovery.earliest, let latest = recovery.latest else {
                return .failed(
                    title, "point in time recovery of \(table) is off", "Restore from a backup instead.", [region])
            }
            let window = "\(WireDate.iso8601(earliest)) to \(WireDate.iso8601(latest))"
            if let time, !(earliest...latest).contains(time) {
                return .failed(title, "it is not within \(window)", "Choose a moment within it.", [region])
            }
            return .passed(title, window, [region])
        }
    }

    /// Groups of subnets and security groups that are named exist in the region.
    func network(_ options: [String: String], in region: Region) async -> [PreflightCheck] {
        func value(_ name: String) -> String? {
            options.first { $0.key.lowercased() == name.lowercased() && !$0.value.isEmpty }?.value
        }
        var checks: [PreflightCheck] = []
        if let name = value("DBSubnetGroupName") {
            let title = "subnet group is there"
            checks.append(
                await asked(title, [region]) { () async throws(AWSError) in
                    let groups = try await client.all(RDS.DescribeDBSubnetGroups(), in: region)
                    return groups.contains { $0.name == name.lowercased() }
                        ? .passed(title, name, [region])
                        : .failed(
                            title, "\(region) has \(groups.map(\.name).sorted().joined(separator: ", "))",
                            "Name one of these.", [region])
                })
        }
        let wanted = Self.groupIDs(in: value("VpcSecurityGroupIds") ?? value("SecurityGroupIds") ?? "")
        if !wanted.isEmpty {
            let title = "security groups are there"
            checks.append(
                await asked(title, [region]) { () async throws(AWSError) in
                    let known = Set(try await client.all(EC2.DescribeSecurityGroups(), in: region).map(\.id))
                    let missing = wanted.filter { !known.contains($0) }
                    return missing.isEmpty
                        ? .passed(title, wanted.joined(separator: ", "), [region])
                        : .failed(
                            title, "\(region) has no \(missing.joined(separator: ", "))",
                            "Name security groups of \(region): ids are of one region.", [region])
                })
        }
        return checks
    }

    /// Ids in a list however it is written: with commas, or as JSON.
    static func groupIDs(in text: String) -> [String] {
        text.split { ",[]\" ".contains($0) }.map(String.init)
    }

    func quota(_ name: String, in region: Region) async -> PreflightCheck {
        let title = "quota leaves room"
        return await asked(title, [region]) { () async throws(AWSError) in
            let quotas = try await client.send(RDS.DescribeAccountAttributes(), in: region)
            guard let quota = quotas.first(where: { $0.name == name }), let used = quota.used,
                let maximum = quota.maximum
            else {
                return PreflightCheck(
                    name: title, result: .unknown, detail: "RDS does not tell of \(name)", dependsOn: [region])
            }
            return used < maximum
                ? .passed(title, "\(used) of \(maximum) \(name)", [region])
                : .failed(title, "\(used) of \(maximum) \(name)", "Ask for a higher quota, or delete one.", [region])
        }
    }
}
