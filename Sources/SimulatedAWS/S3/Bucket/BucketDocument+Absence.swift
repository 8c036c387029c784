import AWSCore

extension BucketDocument {
    /// What S3 answers when nothing was put: an error of its own (1.25), or a document of defaults.
    enum Absence {
        case error(ServiceError)
        case document(XMLElement)
    }

    func absence(in bucket: SimulatedBucket) -> Absence {
        switch self {
        case .replication:
            .missing("ReplicationConfigurationNotFoundError", "The replication configuration was not found", bucket)
        case .lifecycle:
            .missing("NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist", bucket)
        case .tagging: .missing("NoSuchTagSet", "The TagSet does not exist", bucket)
        case .policy: .missing("NoSuchBucketPolicy", "The bucket policy does not exist", bucket)
        case .publicAccessBlock:
            .missing(
                "NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found", bucket)
        case .ownershipControls:
            .missing("OwnershipControlsNotFoundError", "The bucket ownership controls were not found", bucket)
        case .objectLock:
            .missing(
                "ObjectLockConfigurationNotFoundError", "Object Lock configuration does not exist for this bucket",
                bucket)
        case .cors: .missing("NoSuchCORSConfiguration", "The CORS configuration does not exist", bucket)
        case .website:
            .missing(
                "NoSuchWebsiteConfiguration", "The specified bucket does not have a website configuration", bucket)
        case .versioning: .document(.node("VersioningConfiguration"))
        case .notification: .document(.node("NotificationConfiguration"))
        case .logging: .document(.node("BucketLoggingStatus"))
        case .accelerate: .document(.node("AccelerateConfiguration"))
        case .requestPayment: .document(.node("RequestPaymentConfiguration", [.leaf("Payer", "BucketOwner")]))
        case .encryption: .document(EncryptionDocument.element(of: bucket.encryption))
        case .acl: .document(AccessControlDocument.ownedBy(bucket.owner))
        }
    }
}

extension BucketDocument.Absence {
    fileprivate static func missing(_ code: String, _ message: String, _ bucket: SimulatedBucket) -> Self {
        .error(ServiceError(404, code, message, details: [.leaf("BucketName", bucket.name)]))
    }
}
