import AWSCore
import AWSModel

/// Reads, replaces and removes the sub-resources of a bucket.
enum BucketDocuments {
    static func respond(
        to request: SimulatedRequest, _ document: BucketDocument, _ verb: BucketDocument.Verb,
        of bucket: SimulatedBucket,
        in account: inout SimulatedAccount
    ) throws(ServiceError) -> HTTPResponse {
        switch verb {
        case .get: return try get(document, of: bucket)
        case .put:
            try put(document, request, of: bucket, in: &account)
            var reply = HTTPResponse(status: document == .policy || document == .tagging ? 204 : 200)
            if document == .lifecycle {
                reply.headers[minimumSizeHeader] = account.buckets[bucket.name]?.transitionMinimumSize
            }
            return reply
        case .delete:
            delete(document, of: bucket.name, in: &account)
            return HTTPResponse(status: 204)
        }
    }

    private static func get(_ document: BucketDocument, of bucket: SimulatedBucket) throws(ServiceError) -> HTTPResponse
    {
        if document == .policy, let policy = bucket.policy {
            return HTTPResponse(
                status: 200, headers: ["Content-Type": "application/json"], body: Array(policy.utf8))
        }
        if let element = current(document, of: bucket) {
            var reply = S3Service.xml(element)
            if document == .lifecycle { reply.headers[minimumSizeHeader] = bucket.transitionMinimumSize }
            return reply
        }
        switch document.absence(in: bucket) {
        case .error(let error): throw error
        case .document(let element): return S3Service.xml(element)
        }
    }

    /// What was put; documents that the account acts on are written from what it understood of them.
    private static func current(_ document: BucketDocument, of bucket: SimulatedBucket) -> XMLElement? {
        switch document {
        case .replication: bucket.replication.map(ReplicationDocument.element)
        case .objectLock: bucket.objectLock.map(ObjectLockDocument.element)
        case .versioning:
            bucket.versioning.map { status in
                .node(
                    "VersioningConfiguration",
                    [.leaf("Status", status.rawValue)] + (bucket.mfaDelete ? [.leaf("MfaDelete", "Enabled")] : []))
            }
        default: bucket.documents[document]
        }
    }

    private static func put(
        _ document: BucketDocument, _ request: SimulatedRequest, of bucket: SimulatedBucket,
        in account: inout SimulatedAccount
    ) throws(ServiceError) {
        try S3Document.checkIntegrity(of: request, required: document.needsChecksum)
        let name = bucket.name
        guard let root = document.rootName else {
            let text = String(decoding: request.body, as: UTF8.self)
            guard PolicyDocument(text) != nil else {
                throw ServiceError(400, "MalformedPolicy", "Policies must be valid JSON and the first byte must be '{'")
            }
            account.buckets[name]?.policy = text
            return
        }
        // A canned list comes in a header, without a body.
        if document == .acl, request.body.isEmpty { return }
        let element = try S3Document.parse(request.body, root: root)
        switch document {
        case .versioning: try putVersioning(element, of: bucket, in: &account)
        case .replication:
            let configuration = try ReplicationValidation.accept(element, for: bucket, in: account)
            account.buckets[name]?.replication = configuration
        case .encryption:
            let encryption = try EncryptionDocument.read(element)
            account.buckets[name]?.encryption = encryption
        case .objectLock:
            guard bucket.versioning == .enabled else {
                throw ServiceError(
                    409, "InvalidBucketState",
                    "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration")
            }
            let lock = try ObjectLockDocument.read(element)
            account.buckets[name]?.objectLock = lock
        case .tagging:
            try checkTags(element["TagSet"]?.all("Tag") ?? [])
            account.buckets[name]?.documents[document] = element
        case .lifecycle:
            account.buckets[name]?.documents[document] = try LifecycleDocument.accept(element)
            if let size = request.headers[minimumSizeHeader] { account.buckets[name]?.transitionMinimumSize = size }
        default: account.buckets[name]?.documents[document] = element
        }
    }

    private static let minimumSizeHeader = "x-amz-transition-default-minimum-object-size"

    private static func putVersioning(
        _ element: XMLElement, of bucket: SimulatedBucket, in account: inout SimulatedAccount
    ) throws(ServiceError) {
        guard let status = element.word("Status").flatMap(BucketVersioning.Status.init) else {
            throw ServiceError(
                400, "IllegalVersioningConfigurationException",
                "The Versioning element must be specified")
        }
        if status == .suspended, bucket.replication != nil {
            throw ServiceError(
                409, "InvalidBucketState",
                "A replication configuration is present on this bucket, so you cannot change the versioning state. "
                    + "To change the versioning state, first delete the replication configuration.")
        }
        if status == .suspended, bucket.objectLock != nil {
            throw ServiceError(
                409, "InvalidBucketState",
                "An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.")
        }
        account.buckets[bucket.name]?.versioning = status
    }

    private static func checkTags(_ tags: [XMLElement]) throws(ServiceError) {
        let keys = tags.compactMap { $0.text("Key") }
        guard Set(keys).count == keys.count else {
            throw ServiceError(400, "InvalidTag", "Cannot provide multiple Tags with the same key")
        }
        guard !keys.contains(where: { $0.lowercased().hasPrefix("aws:") }) else {
            throw ServiceError(400, "InvalidTag", "System tags cannot be added/updated by requester")
        }
    }

    private static func delete(_ document: BucketDocument, of name: String, in account: inout SimulatedAccount) {
        switch document {
        case .replication: account.buckets[name]?.replication = nil
        case .encryption: account.buckets[name]?.encryption = BucketEncryption(algorithm: .known(.sseS3))
        case .policy: account.buckets[name]?.policy = nil
        default: account.buckets[name]?.documents[document] = nil
        }
    }
}
