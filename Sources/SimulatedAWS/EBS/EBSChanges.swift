import AWSCore
import AWSModel
import Foundation

/// Answers the calls that make, copy, tag and delete volumes and snapshots. A volume is there at once; a snapshot
/// takes minutes.
enum EBSChanges {
    static func respond(to input: FormParameters, _ region: Region, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        switch input.action {
        case "CreateVolume": return try createVolume(input, region, in: &account)
        case "DeleteVolume":
            let volume = try volume(input["VolumeId"] ?? "", region, account)
            guard volume.instanceID == nil else {
                throw ServiceError(
                    400, "VolumeInUse", "Volume \(volume.id) is currently attached to \(volume.instanceID ?? "")")
            }
            account.volumes.volumes[region]?[volume.id] = nil
            return EC2Reply.reply(input.action, [.leaf("return", "true")])
        case "CreateSnapshot":
            let volume = try volume(input["VolumeId"] ?? "", region, account)
            let snapshot = account.volumes.snapshot(
                volume, at: account.now, description: input["Description"] ?? "", tags: tags(input, "snapshot"))
            return EC2Reply.reply(input.action, EBSReads.document(snapshot, account))
        case "CopySnapshot": return try copySnapshot(input, region, in: &account)
        case "DeleteSnapshot":
            let id = input["SnapshotId"] ?? ""
            guard !BackupSnapshots.all(in: region, of: account).contains(where: { $0.id == id }) else {
                throw ServiceError(
                    400, "InvalidParameterValue",
                    "This snapshot is managed by the AWS Backup service and cannot be deleted via EC2 APIs. If you "
                        + "wish to delete this snapshot, please do so via the Backup console.")
            }
            guard account.volumes.snapshots[region]?[id] != nil else { throw EBSReads.snapshotNotFound(id) }
            account.volumes.snapshots[region]?[id] = nil
            return EC2Reply.reply(input.action, [.leaf("return", "true")])
        case "CreateTags": return try createTags(input, region, in: &account)
        default:
            throw ServiceError(400, "InvalidAction", "The action \(input.action) is not valid for this web service.")
        }
    }

    private static func createVolume(_ input: FormParameters, _ region: Region, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let token = input["ClientToken"].flatMap { $0.isEmpty ? nil : $0 }
        if let token, let known = account.volumes.tokens[region]?[token] {
            // The token is good for the same parameters only.
            guard known.request == Self.identity(of: input) else {
                throw ServiceError(
                    400, "IdempotentParameterMismatch",
                    "The client token \(token) was used before with other parameters.")
            }
            return EC2Reply.reply(input.action, EBSReads.document(try volume(known.volume, region, account)))
        }
        guard let zone = input["AvailabilityZone"], zone.hasPrefix(region.name) else {
            throw ServiceError(
                400, "InvalidZone.NotFound", "The zone '\(input["AvailabilityZone"] ?? "")' does not exist.")
        }
        var source: SimulatedSnapshot?
        if let id = input["SnapshotId"] {
            source =
                account.volumes.snapshots[region]?[id]
                ?? BackupSnapshots.all(in: region, of: account).first { $0.id == id }
            if source == nil { throw EBSReads.snapshotNotFound(id) }
        }
        guard let gibibytes = input["Size"].flatMap({ Int($0) }) ?? source?.gibibytes else {
            throw ServiceError(
                400, "MissingParameter", "The request must contain the parameter size or snapshotId")
        }
        let named = try keyARN(input, region, account)
        let key = source?.keyARN ?? named
        let made = account.volumes.addVolume(in: region, zone: zone, account: account.id, at: account.now)
        account.volumes.updateVolume(made.id, in: region) { volume in
            volume.gibibytes = gibibytes
            volume.size = ByteCount(Int64(gibibytes) * 1_073_741_824)
            volume.type = input["VolumeType"] ?? "gp2"
            volume.keyARN = key
            volume.snapshotID = source?.id
            volume.tags = tags(input, "volume")
        }
        if let token { account.volumes.tokens[region, default: [:]][token] = (Self.identity(of: input), made.id) }
        return EC2Reply.reply(input.action, EBSReads.document(try volume(made.id, region, account)))
    }

    /// What makes two requests for a volume the same.
    private static func identity(of input: FormParameters) -> [String] {
        ["AvailabilityZone", "SnapshotId", "Size", "VolumeType", "KmsKeyId", "Encrypted", "Iops", "Throughput"].map {
            input[$0] ?? ""
        }
    }

    /// Called in the region that shall hold the copy.
    private static func copySnapshot(_ input: FormParameters, _ region: Region, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let id = input["SourceSnapshotId"] ?? ""
        let sourceRegion = Region(input["SourceRegion"] ?? region.name)
        guard
            let source = account.volumes.snapshots[sourceRegion]?[id]
                ?? BackupSnapshots.all(in: sourceRegion, of: account).first(where: { $0.id == id })
        else { throw EBSReads.snapshotNotFound(id) }
        guard source.isCompleted(at: account.now) else {
            throw ServiceError(400, "IncorrectState", "Snapshot is in invalid state - pending")
        }
        // A copy of an encrypted snapshot is encrypted, with a key of its own region.
        let key =
            try keyARN(input, region, account)
            ?? source.keyARN.map { _ in "arn:\(region.partition):kms:\(region):\(account.id):alias/aws/ebs" }
        let copy = account.volumes.copy(
            source, to: region, at: account.now, description: input["Description"], keyARN: key,
            tags: tags(input, "snapshot"))
        var children: [XMLElement] = [.leaf("snapshotId", copy.id)]
        if !copy.tags.isEmpty { children.append(EC2Reply.tags(copy.tags)) }
        return EC2Reply.reply(input.action, children)
    }

    private static func createTags(_ input: FormParameters, _ region: Region, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let ids = input.list("ResourceId")
        for id in ids where id.hasPrefix("snap-") {
            if account.volumes.snapshots[region]?[id] == nil { throw EBSReads.snapshotNotFound(id) }
        }
        for id in ids where !id.hasPrefix("snap-") { _ = try volume(id, region, account) }
        let tags = tags(input, in: "")
        for id in ids {
            account.volumes.updateVolume(id, in: region) { $0.tags.merge(tags) { $1 } }
            account.volumes.updateSnapshot(id, in: region) { $0.tags.merge(tags) { $1 } }
        }
        return EC2Reply.reply(input.action, [.leaf("return", "true")])
    }

    private static func volume(_ id: String, _ region: Region, _ account: SimulatedAccount)
        throws(ServiceError) -> SimulatedVolume
    {
        guard let volume = account.volumes.volumes[region]?[id] else { throw EBSReads.volumeNotFound(id) }
        return volume
    }

    private static func keyARN(_ input: FormParameters, _ region: Region, _ account: SimulatedAccount)
        throws(ServiceError) -> String?
    {
        if let name = input["KmsKeyId"] {
            guard let key = account.keys.find(name, in: region) else {
                throw ServiceError(400, "InvalidParameterValue", "Value (\(name)) for parameter KmsKeyId is invalid.")
            }
            return key.metadata.arn.text
        }
        guard input["Encrypted"] == "true" else { return nil }
        return "arn:\(region.partition):kms:\(region):\(account.id):alias/aws/ebs"
    }

    /// The tags that a creation gives to what it makes, `volume` or `snapshot`.
    private static func tags(_ input: FormParameters, _ type: String) -> [String: String] {
        var found: [String: String] = [:]
        var index = 1
        while let made = input["TagSpecification.\(index).ResourceType"] {
            if made == type { found.merge(tags(input, in: "TagSpecification.\(index).")) { $1 } }
            index += 1
        }
        return found
    }

    private static func tags(_ input: FormParameters, in prefix: String) -> [String: String] {
        var found: [String: String] = [:]
        var index = 1
        while let key = input["\(prefix)Tag.\(index).Key"] {
            found[key] = input["\(prefix)Tag.\(index).Value"] ?? ""
            index += 1
        }
        return found
    }
}
