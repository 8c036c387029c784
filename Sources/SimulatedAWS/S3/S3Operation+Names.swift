import AWSCore
import AWSModel

extension S3Operation {
    /// The operation's name in the service model.
    var name: String {
        switch self {
        case .document(let document, let verb): document.operation(verb) ?? "\(verb) \(document.rawValue)"
        case .unsupported(let what): what
        default: Self.calls[self]?.name ?? "\(self)"
        }
    }

    var permission: String {
        switch self {
        case .document(let document, let verb): document.permission(verb)
        default: "s3:" + (Self.calls[self]?.action ?? name)
        }
    }

    func call(bucket: String, key: String, region: Region, partition: String) -> SimulatedCall {
        var resources: [String] = []
        if !bucket.isEmpty { resources.append(bucket) }
        if !key.isEmpty { resources.append(key) }
        if !bucket.isEmpty { resources.append("arn:\(partition):s3:::\(bucket)" + (key.isEmpty ? "" : "/\(key)")) }
        return SimulatedCall(name: "s3:" + name, permission: permission, resources: resources, region: region)
    }

    private static let calls: [S3Operation: (name: String, action: String)] = [
        .listBuckets: ("ListBuckets", "ListAllMyBuckets"),
        .createBucket: ("CreateBucket", "CreateBucket"),
        .headBucket: ("HeadBucket", "ListBucket"),
        .deleteBucket: ("DeleteBucket", "DeleteBucket"),
        .getBucketLocation: ("GetBucketLocation", "GetBucketLocation"),
        .listInventories: ("ListBucketInventoryConfigurations", "GetInventoryConfiguration"),
        .getInventory: ("GetBucketInventoryConfiguration", "GetInventoryConfiguration"),
        .putInventory: ("PutBucketInventoryConfiguration", "PutInventoryConfiguration"),
        .deleteInventory: ("DeleteBucketInventoryConfiguration", "PutInventoryConfiguration"),
        .listObjects: ("ListObjects", "ListBucket"),
        .listObjectsV2: ("ListObjectsV2", "ListBucket"),
        .listObjectVersions: ("ListObjectVersions", "ListBucketVersions"),
        .deleteObjects: ("DeleteObjects", "DeleteObject"),
        .putObject: ("PutObject", "PutObject"),
        .createMultipartUpload: ("CreateMultipartUpload", "PutObject"),
        .uploadPart: ("UploadPart", "PutObject"),
        .completeMultipartUpload: ("CompleteMultipartUpload", "PutObject"),
        .abortMultipartUpload: ("AbortMultipartUpload", "AbortMultipartUpload"),
        .copyObject: ("CopyObject", "PutObject"),
        .getObject: ("GetObject", "GetObject"),
        .headObject: ("HeadObject", "GetObject"),
        .deleteObject: ("DeleteObject", "DeleteObject"),
        .getObjectTagging: ("GetObjectTagging", "GetObjectTagging"),
        .putObjectTagging: ("PutObjectTagging", "PutObjectTagging"),
        .deleteObjectTagging: ("DeleteObjectTagging", "DeleteObjectTagging"),
        .getObjectRetention: ("GetObjectRetention", "GetObjectRetention"),
        .putObjectRetention: ("PutObjectRetention", "PutObjectRetention"),
        .getObjectLegalHold: ("GetObjectLegalHold", "GetObjectLegalHold"),
        .putObjectLegalHold: ("PutObjectLegalHold", "PutObjectLegalHold"),
    ]
}

extension SimulatedCall {
    /// Versions have actions of their own, and what is copied is read too.
    mutating func addVersionPermissions(_ operation: S3Operation, _ request: SimulatedRequest) {
        let isOfVersion = request.query.contains { $0.name == "versionId" }
        switch operation {
        case .getObject where isOfVersion, .headObject where isOfVersion: permission = "s3:GetObjectVersion"
        case .deleteObject where isOfVersion: permission = "s3:DeleteObjectVersion"
        case .copyObject:
            let source = request.headers["x-amz-copy-source"] ?? ""
            also.append(source.contains("?versionId=") ? "s3:GetObjectVersion" : "s3:GetObject")
        default: break
        }
    }
}
