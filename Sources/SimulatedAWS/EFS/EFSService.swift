import AWSCore
import AWSModel
import Foundation

/// Answers the calls of EFS about file systems, their replication and their backup policy. Not simulated: mount
/// targets, access points, lifecycles.
enum EFSService {
    private static let routes: [RESTRoute] = [
        RESTRoute("DescribeFileSystems", .get, "/2015-02-01/file-systems"),
        RESTRoute("CreateFileSystem", .post, "/2015-02-01/file-systems"),
        RESTRoute("DescribeReplicationConfigurations", .get, "/2015-02-01/file-systems/replication-configurations"),
        RESTRoute("DeleteFileSystem", .delete, "/2015-02-01/file-systems/{id}"),
        RESTRoute("DescribeBackupPolicy", .get, "/2015-02-01/file-systems/{id}/backup-policy"),
        RESTRoute("PutBackupPolicy", .put, "/2015-02-01/file-systems/{id}/backup-policy"),
        RESTRoute("CreateReplicationConfiguration", .post, "/2015-02-01/file-systems/{id}/replication-configuration"),
        RESTRoute(
            "DeleteReplicationConfiguration", .delete, "/2015-02-01/file-systems/{id}/replication-configuration"),
        RESTRoute("ListTagsForResource", .get, "/2015-02-01/resource-tags/{id}"),
    ]

    static func operation(of request: SimulatedRequest) -> String? { routes.match(request)?.operation }

    static func respond(to request: SimulatedRequest, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        guard let (operation, labels) = routes.match(request) else {
            throw ServiceError(
                404, "UnknownOperationException", "EFS has no operation \(request.method.rawValue) \(request.path)")
        }
        let id = labels["id"] ?? ""
        switch operation {
        case "DescribeFileSystems": return try describeFileSystems(request, account)
        case "DescribeReplicationConfigurations": return try describeReplications(request, account)
        case "DescribeBackupPolicy", "PutBackupPolicy":
            let found = try fileSystem(id, request.region, account)
            if operation == "PutBackupPolicy" {
                let status = try JSONInput(request.body).object("BackupPolicy")?.string("Status") ?? ""
                guard ["ENABLED", "DISABLED"].contains(status) else {
                    throw error(400, "ValidationException", "Status must be ENABLED or DISABLED: \(status)")
                }
                account.fileSystems.update(found.id, in: request.region) { $0.backupPolicy = status }
                return reply(["BackupPolicy": .object(["Status": .string(status)])])
            }
            guard let policy = found.backupPolicy else {
                throw error(404, "PolicyNotFound", "None")
            }
            return reply(["BackupPolicy": .object(["Status": .string(policy)])])
        case "ListTagsForResource":
            let found = try fileSystem(id, request.region, account)
            return reply(["Tags": .array(EFSDocuments.tags(found.tags))])
        default: return try EFSChanges.respond(to: request, operation, id, in: &account)
        }
    }

    private static func describeFileSystems(_ request: SimulatedRequest, _ account: SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        var found = account.fileSystems.sorted(in: request.region)
        if let id = request.queryValue("FileSystemId") { found = [try fileSystem(id, request.region, account)] }
        if let token = request.queryValue("CreationToken") { found.removeAll { $0.creationToken != token } }
        let page = try page(found, request, limit: "MaxItems", token: "Marker")
        return reply(
            JSONText.members([
                "FileSystems": .array(page.rows.map { .object(EFSDocuments.fileSystem($0, at: account.now)) }),
                "Marker": request.queryValue("Marker").map { .string($0) },
                "NextMarker": page.next.map { .string($0) },
            ]))
    }

    private static func describeReplications(_ request: SimulatedRequest, _ account: SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        var found = account.fileSystems.replications(in: request.region)
        if let name = request.queryValue("FileSystemId") {
            let named = try fileSystem(name, request.region, account)
            found.removeAll { $0.source != named.arn && $0.destination != named.arn }
            guard !found.isEmpty else { throw replicationNotFound(named.id) }
        }
        let page = try page(found, request, limit: "MaxResults", token: "NextToken")
        return reply(
            JSONText.members([
                "Replications": .array(page.rows.map { .object(EFSDocuments.replication($0, at: account.now)) }),
                "NextToken": page.next.map { .string($0) },
            ]))
    }

    private static func page<Row>(_ rows: [Row], _ request: SimulatedRequest, limit: String, token: String)
        throws(ServiceError) -> (rows: ArraySlice<Row>, next: String?)
    {
        let size = request.queryValue(limit).flatMap { Int($0) } ?? 100
        let start = request.queryValue(token).map { Int($0) } ?? 0
        guard let start, (0...rows.count).contains(start), size > 0 else {
            throw error(400, "BadRequest", "\(token) or \(limit) is not valid")
        }
        let end = min(start + size, rows.count)
        return (rows[start..<end], end < rows.count ? "\(end)" : nil)
    }

    /// A file system of a region by its id or ARN.
    static func fileSystem(_ name: String, _ region: Region, _ account: SimulatedAccount)
        throws(ServiceError) -> SimulatedFileSystem
    {
        let id = ARN(name).map { String($0.resource.dropFirst("file-system/".count)) } ?? name
        guard let found = account.fileSystems.fileSystems[region]?[id] else {
            throw error(404, "FileSystemNotFound", "File system '\(id)' does not exist.")
        }
        return found
    }

    static func replicationNotFound(_ id: String) -> ServiceError {
        error(404, "ReplicationNotFound", "Replication configuration for file system '\(id)' does not exist.")
    }

    /// EFS tells the code in the body too.
    static func error(_ status: Int, _ code: String, _ message: String) -> ServiceError {
        ServiceError(status, code, message, details: [.leaf("ErrorCode", code), .leaf("Message", message)])
    }

    static func reply(_ members: [String: JSONText]?, status: Int = 200) -> HTTPResponse {
        HTTPResponse(
            status: status, headers: ["Content-Type": "application/json"],
            body: members.map { JSONText.bytes($0) } ?? [])
    }
}
