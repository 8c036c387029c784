import AWSCore

/// A sub-resource of a bucket, named by the query: its calls, its permissions, and what stands for "not configured".
enum BucketDocument: String, CaseIterable, Hashable, Sendable {
    case versioning, replication, encryption, lifecycle, tagging, policy, notification, ownershipControls
    case publicAccessBlock, requestPayment, cors, logging, accelerate, website, acl
    case objectLock = "object-lock"

    enum Verb: Hashable, Sendable { case get, put, delete }

    /// The operation's name; nil where S3 has no such call.
    func operation(_ verb: Verb) -> String? {
        let names = operationNames
        return switch verb {
        case .get: names.get
        case .put: names.put
        case .delete: names.delete
        }
    }

    /// The IAM action; removing a document needs the right to put it, but for a policy.
    func permission(_ verb: Verb) -> String {
        let noun =
            switch self {
            case .replication: "ReplicationConfiguration"
            case .encryption: "EncryptionConfiguration"
            case .lifecycle: "LifecycleConfiguration"
            case .objectLock: "BucketObjectLockConfiguration"
            case .publicAccessBlock: "BucketPublicAccessBlock"
            case .ownershipControls: "BucketOwnershipControls"
            case .requestPayment: "BucketRequestPayment"
            case .cors: "BucketCORS"
            case .accelerate: "AccelerateConfiguration"
            case .versioning, .tagging, .policy, .notification, .logging, .website, .acl:
                "Bucket" + rawValue.prefix(1).uppercased() + rawValue.dropFirst()
            }
        let word =
            switch verb {
            case .get: "Get"
            case .put: "Put"
            case .delete: self == .policy || self == .website ? "Delete" : "Put"
            }
        return "s3:" + word + noun
    }

    /// The root element; nil for a policy, which is JSON.
    var rootName: String? {
        switch self {
        case .versioning: "VersioningConfiguration"
        case .replication: "ReplicationConfiguration"
        case .encryption: "ServerSideEncryptionConfiguration"
        case .lifecycle: "LifecycleConfiguration"
        case .tagging: "Tagging"
        case .policy: nil
        case .notification: "NotificationConfiguration"
        case .ownershipControls: "OwnershipControls"
        case .publicAccessBlock: "PublicAccessBlockConfiguration"
        case .requestPayment: "RequestPaymentConfiguration"
        case .cors: "CORSConfiguration"
        case .logging: "BucketLoggingStatus"
        case .accelerate: "AccelerateConfiguration"
        case .website: "WebsiteConfiguration"
        case .acl: "AccessControlPolicy"
        case .objectLock: "ObjectLockConfiguration"
        }
    }

    /// S3 refuses these without `Content-MD5` or a checksum.
    var needsChecksum: Bool {
        switch self {
        case .requestPayment, .notification, .accelerate: false
        default: true
        }
    }

    private var operationNames: (get: String?, put: String?, delete: String?) {
        switch self {
        case .versioning: ("GetBucketVersioning", "PutBucketVersioning", nil)
        case .replication: ("GetBucketReplication", "PutBucketReplication", "DeleteBucketReplication")
        case .encryption: ("GetBucketEncryption", "PutBucketEncryption", "DeleteBucketEncryption")
        case .lifecycle:
            ("GetBucketLifecycleConfiguration", "PutBucketLifecycleConfiguration", "DeleteBucketLifecycle")
        case .tagging: ("GetBucketTagging", "PutBucketTagging", "DeleteBucketTagging")
        case .policy: ("GetBucketPolicy", "PutBucketPolicy", "DeleteBucketPolicy")
        case .notification: ("GetBucketNotificationConfiguration", "PutBucketNotificationConfiguration", nil)
        case .ownershipControls:
            ("GetBucketOwnershipControls", "PutBucketOwnershipControls", "DeleteBucketOwnershipControls")
        case .publicAccessBlock: ("GetPublicAccessBlock", "PutPublicAccessBlock", "DeletePublicAccessBlock")
        case .requestPayment: ("GetBucketRequestPayment", "PutBucketRequestPayment", nil)
        case .cors: ("GetBucketCors", "PutBucketCors", "DeleteBucketCors")
        case .logging: ("GetBucketLogging", "PutBucketLogging", nil)
        case .accelerate: ("GetBucketAccelerateConfiguration", "PutBucketAccelerateConfiguration", nil)
        case .website: ("GetBucketWebsite", "PutBucketWebsite", "DeleteBucketWebsite")
        case .acl: ("GetBucketAcl", "PutBucketAcl", nil)
        case .objectLock: ("GetObjectLockConfiguration", "PutObjectLockConfiguration", nil)
        }
    }
}
