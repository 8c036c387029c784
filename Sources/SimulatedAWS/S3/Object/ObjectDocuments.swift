import AWSCore
import AWSModel

/// Tags, retention and legal hold of an object.
enum ObjectDocuments {
    static func respond(
        to routed: RoutedRequest, _ operation: S3Operation, of bucket: SimulatedBucket,
        in account: inout SimulatedAccount
    ) throws(ServiceError) -> HTTPResponse {
        let version = try ObjectReads.find(routed, of: bucket)
        func change(_ body: (inout ObjectVersion) -> Void) {
            account.buckets[bucket.name]?.objects.update(version.versionID, of: routed.key, body)
        }
        var reply = HTTPResponse(status: 200)
        switch operation {
        case .getObjectTagging:
            reply = S3Service.xml(.node("Tagging", [.node("TagSet", version.tags.map(\.element))]))
        case .putObjectTagging:
            let element = try S3Document.parse(routed.request.body, root: "Tagging")
            let tags = element["TagSet"]?.all("Tag").compactMap(Tag.init(element:)) ?? []
            change { $0.tags = tags }
        case .deleteObjectTagging:
            change { $0.tags = [] }
            reply.status = 204
        case .getObjectRetention:
            guard let retention = version.retention else { throw notLocked }
            reply = S3Service.xml(
                .node(
                    "Retention",
                    [.leaf("Mode", retention.mode), .leaf("RetainUntilDate", WireTime.iso(retention.until))]))
        case .putObjectRetention:
            let element = try S3Document.parse(routed.request.body, root: "Retention")
            guard let mode = element.word("Mode"), let until = element.word("RetainUntilDate").flatMap(WireTime.parse)
            else { throw S3Error.malformedXML }
            guard bucket.objectLock != nil else {
                throw S3Error.invalidRequest("Bucket is missing Object Lock Configuration")
            }
            change { $0.retention = ObjectRetention(mode: mode, until: until) }
        case .getObjectLegalHold:
            guard bucket.objectLock != nil else { throw notLocked }
            reply = S3Service.xml(.node("LegalHold", [.leaf("Status", version.legalHold ? "ON" : "OFF")]))
        case .putObjectLegalHold:
            let element = try S3Document.parse(routed.request.body, root: "LegalHold")
            let isOn = element.word("Status") == "ON"
            change { $0.legalHold = isOn }
        default: throw S3Error.notImplemented(operation.name)
        }
        if bucket.versioning != nil { reply.headers["x-amz-version-id"] = version.versionID }
        return reply
    }

    private static let notLocked = ServiceError(
        404, "NoSuchObjectLockConfiguration", "The specified object does not have a ObjectLock configuration")
}
