import AWSCore
import AWSModel
import AWSServices
import Recovery

extension Preflight {
    func zone(_ name: String, in region: Region) async -> PreflightCheck {
        let title = "zone is available"
        return await asked(title, [region]) { () async throws(AWSError) in
            let zones = try await client.send(EC2.DescribeAvailabilityZones(), in: region)
            guard let zone = zones.first(where: { $0.name == name }) else {
                return .failed(
                    title, "\(region) has \(zones.map(\.name).sorted().joined(separator: ", ")), not \(name)",
                    "Name one of these.", [region])
            }
            return zone.state == "available"
                ? .passed(title, name, [region])
                : .failed(title, "\(name) is \(zone.state ?? "in no known state")", "Choose another zone.", [region])
        }
    }

    func snapshot(_ id: String, in region: Region) async -> PreflightCheck {
        let title = "snapshot is complete"
        return await asked(title, [region]) { () async throws(AWSError) in
            guard let snapshot = try await client.all(EC2.DescribeSnapshots(), in: region).first(where: { $0.id == id })
            else {
                return .failed(title, "\(region) has no snapshot \(id)", "Choose a snapshot of \(region).", [region])
            }
            guard snapshot.state?.wire == "completed" else {
                return .failed(title, "it is \(snapshot.state?.wire ?? "in no known state")", "Wait for it.", [region])
            }
            return snapshot.tier == "archive"
                ? .warning(title, "it is archived", "Take it out of the archive first: that takes days.", [region])
                : .passed(title, id, [region])
        }
    }

    func fileSystem(_ id: String, in region: Region) async -> PreflightCheck {
        let title = "file system is available"
        return await asked(title, [region]) { () async throws(AWSError) in
            guard let system = try await client.fileSystem(id, in: region) else {
                return .failed(title, "\(region) has no file system \(id)", "Look at its id and region.", [region])
            }
            return system.state == "available"
                ? .passed(title, id, [region])
                : .failed(title, "\(id) is \(system.state ?? "in no known state")", "Wait for it.", [region])
        }
    }

    /// What a file system's replication has not copied yet is lost with its end (3.7).
    func replication(of source: String, localOnly: Bool, in region: Region) async -> PreflightCheck {
        let title = "replication is there"
        return await asked(title, [region]) { () async throws(AWSError) in
            guard let found = try await client.replications(in: region).first(where: { $0.sourceID == source }),
                let end = found.destinations.first
            else {
                return .failed(
                    title, "\(region) knows no replication of \(source)", "The copy can be written already.", [region])
            }
            let last = end.lastReplicatedAt.map { "last replicated \(WireDate.iso8601($0))" } ?? "never yet replicated"
            guard end.lastReplicatedAt != nil else {
                return .failed(title, last, "The copy is not whole: do not end it now.", [region])
            }
            if localOnly {
                return .warning(
                    title, last, "The other region keeps its half: delete it there once it answers again.", [region])
            }
            return .passed(title, last, [region, found.sourceRegion])
        }
    }
}
