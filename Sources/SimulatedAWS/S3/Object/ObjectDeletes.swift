import AWSCore
import AWSModel

/// `DeleteObject` and `DeleteObjects`.
enum ObjectDeletes {
    static func respond(
        to routed: RoutedRequest, _ operation: S3Operation, of bucket: SimulatedBucket,
        in account: inout SimulatedAccount
    ) throws(ServiceError) -> HTTPResponse {
        let request = routed.request
        let bypasses = request.headers["x-amz-bypass-governance-retention"]?.lowercased() == "true"
        if operation == .deleteObjects {
            return try deleteMany(request, bypasses: bypasses, of: bucket.name, in: &account)
        }
        let outcome = try delete(
            routed.key, version: request.queryValue("versionId"), bypasses: bypasses, of: bucket.name, in: &account)
        return HTTPResponse(status: 204, headers: outcome.headers)
    }

    private struct Outcome {
        var versionID: String?
        var isDeleteMarker: Bool

        var headers: HTTPHeaders {
            var headers: HTTPHeaders = [:]
            if let versionID { headers["x-amz-version-id"] = versionID }
            if isDeleteMarker { headers["x-amz-delete-marker"] = "true" }
            return headers
        }
    }

    /// A version that is named is gone for good unless it is locked (1.15); otherwise a marker hides the object.
    private static func delete(
        _ key: String, version versionID: String?, bypasses: Bool, of bucketName: String,
        in account: inout SimulatedAccount
    ) throws(ServiceError) -> Outcome {
        guard let versionID else {
            let marker = account.deleteObject(key, in: bucketName)
            return Outcome(versionID: marker?.versionID, isDeleteMarker: marker != nil)
        }
        guard let version = account.buckets[bucketName]?.objects.version(versionID, of: key) else {
            return Outcome(versionID: versionID, isDeleteMarker: false)
        }
        let isRetained =
            version.retention.map { $0.until > account.now && !($0.mode == "GOVERNANCE" && bypasses) } ?? false
        guard !isRetained, !version.legalHold else {
            throw ServiceError(403, "AccessDenied", "Access Denied because object protected by object lock.")
        }
        account.buckets[bucketName]?.objects.remove(versionID, of: key, at: account.now)
        return Outcome(versionID: versionID, isDeleteMarker: version.isDeleteMarker)
    }

    private static func deleteMany(
        _ request: SimulatedRequest, bypasses: Bool, of bucketName: String, in account: inout SimulatedAccount
    ) throws(ServiceError) -> HTTPResponse {
        try S3Document.checkIntegrity(of: request, required: true)
        let document = try S3Document.parse(request.body, root: "Delete")
        let objects = document.all("Object")
        guard (1...1000).contains(objects.count) else { throw S3Error.malformedXML }
        let isQuiet = document.word("Quiet") == "true"
        var rows: [XMLElement] = []
        for object in objects {
            guard let key = object.text("Key") else { throw S3Error.malformedXML }
            let versionID = object.word("VersionId").flatMap { $0.isEmpty ? nil : $0 }
            let names: [XMLElement] = [.leaf("Key", key)] + (versionID.map { [.leaf("VersionId", $0)] } ?? [])
            do {
                let outcome = try delete(key, version: versionID, bypasses: bypasses, of: bucketName, in: &account)
                var row = names
                if outcome.isDeleteMarker {
                    row.append(.leaf("DeleteMarker", "true"))
                    if let id = outcome.versionID { row.append(.leaf("DeleteMarkerVersionId", id)) }
                }
                if !isQuiet { rows.append(.node("Deleted", row)) }
            } catch {
                rows.append(.node("Error", names + [.leaf("Code", error.code), .leaf("Message", error.message)]))
            }
        }
        return S3Service.xml(.node("DeleteResult", rows))
    }
}
