import AWSCore
import AWSModel
import Foundation

/// Answers the calls that list volumes and snapshots.
enum EBSReads {
    static func describeVolumes(_ input: FormParameters, _ region: Region, _ account: SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let names = input.list("VolumeId")
        var volumes = account.volumes.sortedVolumes(in: region)
        if let missing = names.first(where: { account.volumes.volumes[region]?[$0] == nil }) {
            throw volumeNotFound(missing)
        }
        if !names.isEmpty { volumes.removeAll { !names.contains($0.id) } }
        let rows = volumes.map { volume in
            EC2Listing.Row(
                fields: [
                    "volume-id": [volume.id], "status": [volume.state], "availability-zone": [volume.zone],
                    "encrypted": ["\(volume.keyARN != nil)"], "size": ["\(volume.gibibytes)"],
                    "volume-type": [volume.type], "snapshot-id": volume.snapshotID.map { [$0] } ?? [],
                    "attachment.instance-id": volume.instanceID.map { [$0] } ?? [],
                ], tags: volume.tags, document: document(volume))
        }
        return try EC2Listing(
            name: "volumeSet",
            filters: [
                "volume-id", "status", "availability-zone", "encrypted", "size", "volume-type", "snapshot-id",
                "attachment.instance-id",
            ], rows: rows
        ).reply(to: input, isNamed: !names.isEmpty)
    }

    /// The account's own: what AWS and others share publicly is not simulated.
    static func describeSnapshots(_ input: FormParameters, _ region: Region, _ account: SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let names = input.list("SnapshotId")
        var snapshots = account.volumes.sortedSnapshots(in: region)
        snapshots += BackupSnapshots.all(in: region, of: account)
        snapshots.sort { ($0.startedAt, $0.id) < ($1.startedAt, $1.id) }
        if let missing = names.first(where: { name in !snapshots.contains { $0.id == name } }) {
            throw snapshotNotFound(missing)
        }
        if !names.isEmpty { snapshots.removeAll { !names.contains($0.id) } }
        let owners = input.list("Owner")
        if !owners.isEmpty, !owners.contains("self"), !owners.contains(account.id.digits) { snapshots = [] }
        let now = account.now
        let rows = snapshots.map { snapshot in
            EC2Listing.Row(
                fields: [
                    "snapshot-id": [snapshot.id], "volume-id": [snapshot.volumeID],
                    "status": [snapshot.state(at: now)],
                    "description": [snapshot.description], "encrypted": ["\(snapshot.keyARN != nil)"],
                    "owner-id": [account.id.digits], "storage-tier": ["standard"],
                    "volume-size": ["\(snapshot.gibibytes)"], "progress": ["\(snapshot.progress(at: now))%"],
                    "start-time": [WireTime.iso(snapshot.startedAt)],
                ], tags: snapshot.tags, document: document(snapshot, account))
        }
        return try EC2Listing(
            name: "snapshotSet",
            filters: [
                "snapshot-id", "volume-id", "status", "description", "encrypted", "owner-id", "storage-tier",
                "volume-size", "progress", "start-time",
            ], rows: rows
        ).reply(to: input, isNamed: !names.isEmpty)
    }

    static func document(_ volume: SimulatedVolume) -> [XMLElement] {
        var children: [XMLElement] = [
            .leaf("volumeId", volume.id), .leaf("size", "\(volume.gibibytes)"),
            .leaf("snapshotId", volume.snapshotID ?? ""), .leaf("availabilityZone", volume.zone),
            .leaf("status", volume.state), .leaf("createTime", WireTime.iso(volume.createdAt)),
            .node("attachmentSet", attachments(of: volume)), .leaf("volumeType", volume.type),
            .leaf("encrypted", "\(volume.keyARN != nil)"), .leaf("multiAttachEnabled", "false"),
        ]
        if volume.type == "gp3" { children += [.leaf("iops", "3000"), .leaf("throughput", "125")] }
        if volume.type == "gp2" { children.append(.leaf("iops", "\(max(100, volume.gibibytes * 3))")) }
        if let key = volume.keyARN { children.append(.leaf("kmsKeyId", key)) }
        if !volume.tags.isEmpty { children.append(EC2Reply.tags(volume.tags)) }
        return children
    }

    private static func attachments(of volume: SimulatedVolume) -> [XMLElement] {
        guard let instance = volume.instanceID else { return [] }
        return [
            .node(
                "item",
                [
                    .leaf("volumeId", volume.id), .leaf("instanceId", instance), .leaf("device", "/dev/sdf"),
                    .leaf("status", "attached"), .leaf("attachTime", WireTime.iso(volume.createdAt)),
                    .leaf("deleteOnTermination", "false"),
                ])
        ]
    }

    static func document(_ snapshot: SimulatedSnapshot, _ account: SimulatedAccount) -> [XMLElement] {
        let isCompleted = snapshot.isCompleted(at: account.now)
        var children: [XMLElement] = [
            .leaf("snapshotId", snapshot.id), .leaf("volumeId", snapshot.volumeID),
            .leaf("status", snapshot.state(at: account.now)),
            .leaf("startTime", WireTime.iso(snapshot.startedAt)),
            .leaf("progress", "\(snapshot.progress(at: account.now))%"), .leaf("ownerId", account.id.digits),
            .leaf("volumeSize", "\(snapshot.gibibytes)"), .leaf("description", snapshot.description),
            .leaf("encrypted", "\(snapshot.keyARN != nil)"), .leaf("storageTier", "standard"),
        ]
        if let failure = snapshot.failure { children.append(.leaf("statusMessage", failure)) }
        if isCompleted { children.append(.leaf("completionTime", WireTime.iso(snapshot.completesAt))) }
        if let key = snapshot.keyARN { children.append(.leaf("kmsKeyId", key)) }
        if !snapshot.tags.isEmpty { children.append(EC2Reply.tags(snapshot.tags)) }
        return children
    }

    static func volumeNotFound(_ id: String) -> ServiceError {
        ServiceError(400, "InvalidVolume.NotFound", "The volume '\(id)' does not exist.")
    }
    static func snapshotNotFound(_ id: String) -> ServiceError {
        ServiceError(400, "InvalidSnapshot.NotFound", "The snapshot '\(id)' does not exist.")
    }
}
