import AWSCore
import AWSModel
import Foundation

/// Answers the calls of RDS that make, copy and delete snapshots by hand; each is whole at once.
enum RDSSnapshotChanges {
    /// Nil for another call.
    static func respond(to input: FormParameters, _ region: Region, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse?
    {
        switch input.action {
        case "CreateDBSnapshot", "CreateDBClusterSnapshot": try create(input, region, in: &account)
        case "CopyDBSnapshot", "CopyDBClusterSnapshot": try copy(input, region, in: &account)
        case "DeleteDBSnapshot", "DeleteDBClusterSnapshot": try delete(input, region, in: &account)
        default: nil
        }
    }

    private static func create(_ input: FormParameters, _ region: Region, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let kind = kind(input)
        let identifier = try newIdentifier(input, kind + "Identifier", region, account)
        let tags = RDSTags.tags(in: input)
        let snapshot =
            if kind == "DBSnapshot" {
                RDSSnapshot(
                    try RDSService.instance(input["DBInstanceIdentifier"] ?? "", region, account), identifier,
                    tags: tags, at: account.now)
            } else {
                RDSSnapshot(
                    try RDSService.cluster(input["DBClusterIdentifier"] ?? "", region, account), identifier,
                    tags: tags, at: account.now)
            }
        return keep(snapshot, region, input, in: &account)
    }

    /// Called in the region that shall hold the copy; a source in another region is named by its ARN.
    private static func copy(_ input: FormParameters, _ region: Region, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let kind = kind(input)
        let identifier = try newIdentifier(input, "Target\(kind)Identifier", region, account)
        let name = input["Source\(kind)Identifier"] ?? ""
        let source = try found(name, kind, ARN(name)?.region ?? region, account)
        let key = try RDSChanges.keyARN(input, region, account)
        let isFar = ARN(source.arn)?.region != region
        guard source.keyARN == nil || key != nil || !isFar else {
            throw RDSService.invalidValue("KmsKeyId is required: the source snapshot is encrypted.")
        }
        let tags = input["CopyTags"] == "true" ? source.tags : RDSTags.tags(in: input)
        let copy = RDSSnapshot(
            copying: source, to: region, identifier, keyARN: key ?? (isFar ? nil : source.keyARN), tags: tags,
            account: account.id, at: account.now)
        return keep(copy, region, input, in: &account)
    }

    private static func delete(_ input: FormParameters, _ region: Region, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let kind = kind(input)
        let snapshot = try found(input[kind + "Identifier"] ?? "", kind, region, account)
        guard snapshot.type == "manual" else {
            throw ServiceError(400, "InvalidDBSnapshotState", "Only manual snapshots may be deleted.")
        }
        account.databases.snapshots[region]?[snapshot.arn] = nil
        return RDSService.reply(input, [.node(kind, snapshot.document(kind))])
    }

    private static func keep(
        _ snapshot: RDSSnapshot, _ region: Region, _ input: FormParameters, in account: inout SimulatedAccount
    ) -> HTTPResponse {
        account.databases.keep(snapshot, in: region)
        let kind = kind(input)
        return RDSService.reply(input, [.node(kind, snapshot.document(kind))])
    }

    private static func found(_ name: String, _ kind: String, _ region: Region, _ account: SimulatedAccount)
        throws(ServiceError) -> RDSSnapshot
    {
        let isCluster = kind == "DBClusterSnapshot"
        let all =
            isCluster
            ? RDSSnapshot.ofClusters(in: region, of: account) : RDSSnapshot.ofInstances(in: region, of: account)
        guard let snapshot = all.first(where: { $0.identifier == name || $0.arn == name }) else {
            throw ServiceError(
                404, isCluster ? "DBClusterSnapshotNotFoundFault" : "DBSnapshotNotFound", "\(kind) \(name) not found.")
        }
        return snapshot
    }

    private static func newIdentifier(
        _ input: FormParameters, _ parameter: String, _ region: Region, _ account: SimulatedAccount
    ) throws(ServiceError) -> String {
        guard let identifier = input[parameter]?.lowercased(), !identifier.isEmpty else {
            throw RDSChanges.missing(parameter)
        }
        let isCluster = kind(input) == "DBClusterSnapshot"
        let mark = isCluster ? ":cluster-snapshot:" : ":snapshot:"
        let isThere = (account.databases.snapshots[region] ?? [:]).values.contains {
            $0.identifier == identifier && $0.arn.contains(mark)
        }
        guard !isThere else {
            throw ServiceError(
                400, isCluster ? "DBClusterSnapshotAlreadyExistsFault" : "DBSnapshotAlreadyExists",
                "Cannot create the snapshot because one with the identifier \(identifier) already exists.")
        }
        return identifier
    }

    /// `DBSnapshot` or `DBClusterSnapshot`.
    private static func kind(_ input: FormParameters) -> String {
        input.action.hasSuffix("DBClusterSnapshot") ? "DBClusterSnapshot" : "DBSnapshot"
    }
}
