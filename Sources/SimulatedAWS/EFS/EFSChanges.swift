import AWSCore
import AWSModel
import Foundation

/// Answers the calls of EFS that make, delete and replicate file systems; a file system is available at once.
enum EFSChanges {
    static func respond(
        to request: SimulatedRequest, _ operation: String, _ id: String, in account: inout SimulatedAccount
    ) throws(ServiceError) -> HTTPResponse {
        switch operation {
        case "CreateFileSystem": return try create(request, in: &account)
        case "DeleteFileSystem":
            let found = try EFSService.fileSystem(id, request.region, account)
            let isUsed = account.fileSystems.replications(in: request.region).contains {
                $0.source == found.arn || $0.destination == found.arn
            }
            guard !isUsed else {
                throw EFSService.error(
                    409, "FileSystemInUse", "File system '\(id)' is part of a replication configuration.")
            }
            account.fileSystems.fileSystems[request.region]?[found.id] = nil
            return EFSService.reply(nil, status: 204)
        case "CreateReplicationConfiguration": return try replicate(request, id, in: &account)
        case "DeleteReplicationConfiguration":
            // Named by the source also where it is asked for in the destination's region (3.7).
            let found = account.fileSystems.replications(in: request.region)
            guard let replication = found.first(where: { $0.source.resource == "file-system/" + id }) else {
                throw EFSService.replicationNotFound(id)
            }
            try endReplication(replication, request, in: &account)
            return EFSService.reply(nil, status: 204)
        default: throw ServiceError(404, "UnknownOperationException", "EFS has no operation \(operation)")
        }
    }

    /// Ends it in both regions, or forgets it in the one that is asked alone: all that can be done while the other one
    /// is silent.
    private static func endReplication(
        _ replication: SimulatedFileReplication, _ request: SimulatedRequest, in account: inout SimulatedAccount
    ) throws(ServiceError) {
        let mode = request.queryValue("deletionMode") ?? "ALL_CONFIGURATIONS"
        switch mode {
        case "LOCAL_CONFIGURATION_ONLY":
            account.fileSystems.updateReplication(of: replication.source) { $0.forgottenIn.insert(request.region) }
        case "ALL_CONFIGURATIONS":
            let ends = [replication.source.region, replication.destination.region].compactMap { $0 }
            if let dark = ends.first(where: { account.faults.isDark($0) }) {
                throw EFSService.error(500, "InternalServerError", "\(dark) does not answer.")
            }
            account.fileSystems.replications.removeAll { $0.source == replication.source }
        default: throw EFSService.error(400, "BadRequest", "deletionMode '\(mode)' is invalid.")
        }
    }

    private static func create(_ request: SimulatedRequest, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let input = try JSONInput(request.body)
        let token = input.string("CreationToken") ?? ""
        let region = request.region
        if let twin = account.fileSystems.sorted(in: region).first(where: { $0.creationToken == token }) {
            var error = EFSService.error(
                409, "FileSystemAlreadyExists", "File system with \(token) already exists.")
            error.details.append(.leaf("FileSystemId", twin.id))
            throw error
        }
        let zone = input.string("AvailabilityZoneName")
        if let zone, !zone.hasPrefix(region.name) {
            throw EFSService.error(400, "BadRequest", "AvailabilityZone '\(zone)' is not of \(region).")
        }
        let made = account.fileSystems.add(in: region, token: token, account: account.id, at: account.now)
        let key = keyARN(input.bool("Encrypted") ?? false, input.string("KmsKeyId"), region, account)
        account.fileSystems.update(made.id, in: region) { fileSystem in
            fileSystem.keyARN = key
            fileSystem.zone = zone
            fileSystem.performanceMode = input.string("PerformanceMode") ?? "generalPurpose"
            fileSystem.throughputMode = input.string("ThroughputMode") ?? "bursting"
            // A One Zone file system is backed up unless its maker says no.
            let isBackedUp = input.bool("Backup") ?? (zone != nil)
            fileSystem.backupPolicy = isBackedUp ? "ENABLED" : nil
            for tag in input.objects("Tags") {
                if let key = tag.string("Key") { fileSystem.tags[key] = tag.string("Value") ?? "" }
            }
        }
        let document = EFSDocuments.fileSystem(
            try EFSService.fileSystem(made.id, region, account), at: account.now)
        return EFSService.reply(document, status: 201)
    }

    private static func replicate(_ request: SimulatedRequest, _ id: String, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let source = try EFSService.fileSystem(id, request.region, account)
        guard let wanted = try JSONInput(request.body).objects("Destinations").first else {
            throw EFSService.error(400, "ValidationException", "Destinations is required")
        }
        guard !account.fileSystems.replications.contains(where: { $0.source == source.arn }) else {
            throw EFSService.error(
                409, "ConflictException", "File system '\(id)' is already part of a replication configuration.")
        }
        let region = Region(wanted.string("Region") ?? request.region.name)
        let destination: SimulatedFileSystem
        if let name = wanted.string("FileSystemId") {
            destination = try EFSService.fileSystem(name, ARN(name)?.region ?? region, account)
        } else {
            destination = account.fileSystems.add(in: region, account: account.id, at: account.now)
            // What EFS makes for a replication is always encrypted.
            let key = keyARN(true, wanted.string("KmsKeyId"), region, account)
            account.fileSystems.update(destination.id, in: region) { fileSystem in
                fileSystem.size = source.size
                fileSystem.zone = wanted.string("AvailabilityZoneName")
                fileSystem.keyARN = key
            }
        }
        let replication = account.fileSystems.replicate(
            source, to: destination, roleARN: wanted.string("RoleArn"), at: account.now)
        return EFSService.reply(EFSDocuments.replication(replication, at: account.now))
    }

    private static func keyARN(_ isEncrypted: Bool, _ name: String?, _ region: Region, _ account: SimulatedAccount)
        -> String?
    {
        guard isEncrypted else { return nil }
        if let name { return account.keys.find(name, in: region)?.metadata.arn.text ?? name }
        return "arn:\(region.partition):kms:\(region):\(account.id):alias/aws/elasticfilesystem"
    }
}
