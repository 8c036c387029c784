import AWSCore

/// An operation of S3, told from method, bucket, key and query.
enum S3Operation: Hashable, Sendable {
    case listBuckets, createBucket, headBucket, deleteBucket, getBucketLocation
    case document(BucketDocument, BucketDocument.Verb)
    case listInventories, getInventory, putInventory, deleteInventory
    case listObjects, listObjectsV2, listObjectVersions, deleteObjects
    case putObject, copyObject, getObject, headObject, deleteObject
    case getObjectTagging, putObjectTagging, deleteObjectTagging
    case getObjectRetention, putObjectRetention, getObjectLegalHold, putObjectLegalHold
    case createMultipartUpload, uploadPart, completeMultipartUpload, abortMultipartUpload
    /// A call of S3 that this account does not answer.
    case unsupported(String)

    init(_ request: SimulatedRequest, bucket: String, key: String) {
        let names = Set(request.query.map(\.name))
        self =
            if bucket.isEmpty {
                request.method == .get ? .listBuckets : .unsupported("\(request.method.rawValue) Service")
            } else if key.isEmpty {
                Self.onBucket(request, names)
            } else {
                Self.onObject(request, names)
            }
    }

    private static func onBucket(_ request: SimulatedRequest, _ names: Set<String>) -> S3Operation {
        if let document = BucketDocument.allCases.first(where: { names.contains($0.rawValue) }) {
            let verb: BucketDocument.Verb? =
                switch request.method {
                case .get: .get
                case .put: .put
                case .delete: .delete
                case .head, .post, .patch: nil
                }
            guard let verb, document.operation(verb) != nil else {
                return .unsupported("\(request.method.rawValue) \(document.rawValue)")
            }
            return .document(document, verb)
        }
        if names.contains("inventory") { return onInventory(request, names) }
        let known: Set = [
            "location", "list-type", "versions", "delete", "prefix", "delimiter", "marker", "max-keys", "encoding-type",
            "continuation-token", "start-after", "fetch-owner", "key-marker", "version-id-marker", "x-id",
        ]
        if let other = names.first(where: { !known.contains($0) && !$0.hasPrefix("X-Amz-") }) {
            return .unsupported("\(request.method.rawValue) \(other)")
        }
        switch request.method {
        case .put: return .createBucket
        case .head: return .headBucket
        case .delete: return .deleteBucket
        case .post: return names.contains("delete") ? .deleteObjects : .unsupported("POST bucket")
        case .patch: return .unsupported("PATCH bucket")
        case .get:
            if names.contains("location") { return .getBucketLocation }
            if names.contains("versions") { return .listObjectVersions }
            return request.queryValue("list-type") == "2" ? .listObjectsV2 : .listObjects
        }
    }

    private static func onInventory(_ request: SimulatedRequest, _ names: Set<String>) -> S3Operation {
        switch request.method {
        case .get: names.contains("id") ? .getInventory : .listInventories
        case .put: .putInventory
        case .delete: .deleteInventory
        case .head, .post, .patch: .unsupported("\(request.method.rawValue) inventory")
        }
    }

    private static func onObject(_ request: SimulatedRequest, _ names: Set<String>) -> S3Operation {
        for (name, get, put, delete) in objectDocuments where names.contains(name) {
            switch request.method {
            case .get: return get
            case .put: return put
            case .delete: return delete
            case .head, .post, .patch: return .unsupported("\(request.method.rawValue) \(name)")
            }
        }
        if names.contains("uploads"), request.method == .post { return .createMultipartUpload }
        if names.contains("uploadId") {
            switch request.method {
            case .put where request.headers["x-amz-copy-source"] == nil: return .uploadPart
            case .post: return .completeMultipartUpload
            case .delete: return .abortMultipartUpload
            case .get, .head, .put, .patch: return .unsupported("\(request.method.rawValue) uploadId")
            }
        }
        if let other = names.first(where: { ["uploads", "acl", "torrent", "attributes"].contains($0) }) {
            return .unsupported("\(request.method.rawValue) \(other)")
        }
        switch request.method {
        case .get: return .getObject
        case .head: return .headObject
        case .put: return request.headers["x-amz-copy-source"] == nil ? .putObject : .copyObject
        case .delete: return .deleteObject
        case .post, .patch: return .unsupported("\(request.method.rawValue) object")
        }
    }

    private static let objectDocuments: [(String, S3Operation, S3Operation, S3Operation)] = [
        ("tagging", .getObjectTagging, .putObjectTagging, .deleteObjectTagging),
        ("retention", .getObjectRetention, .putObjectRetention, .unsupported("DELETE retention")),
        ("legal-hold", .getObjectLegalHold, .putObjectLegalHold, .unsupported("DELETE legal-hold")),
    ]
}
