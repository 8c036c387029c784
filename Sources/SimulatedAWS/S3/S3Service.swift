import AWSCore
import AWSModel

/// Answers S3's requests from the account's buckets.
enum S3Service {
    static func respond(to routed: RoutedRequest, _ operation: S3Operation, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let request = routed.request
        switch operation {
        case .listBuckets: return try BucketListing.respond(to: request, in: account)
        case .createBucket: return try BucketCreation.respond(to: request, bucket: routed.bucket, in: &account)
        case .getBucketLocation: return try BucketLocation.respond(to: request, bucket: routed.bucket, in: account)
        case .unsupported(let what): throw S3Error.notImplemented(what)
        default: break
        }
        // Writers get the bucket without its objects: a second copy of those would have to be made for every write.
        switch operation {
        case .putObject, .copyObject:
            let bucket = try reach(routed, in: account).withoutObjects
            return try ObjectWrites.respond(to: routed, operation, of: bucket, in: &account)
        case .createMultipartUpload, .uploadPart, .completeMultipartUpload, .abortMultipartUpload:
            let bucket = try reach(routed, in: account).withoutObjects
            return try MultipartUploads.respond(to: routed, operation, of: bucket, in: &account)
        case .deleteObject, .deleteObjects:
            let bucket = try reach(routed, in: account).withoutObjects
            return try ObjectDeletes.respond(to: routed, operation, of: bucket, in: &account)
        default: return try respond(to: routed, operation, of: try reach(routed, in: account), in: &account)
        }
    }

    private static func respond(
        to routed: RoutedRequest, _ operation: S3Operation, of bucket: SimulatedBucket,
        in account: inout SimulatedAccount
    ) throws(ServiceError) -> HTTPResponse {
        let request = routed.request
        switch operation {
        case .headBucket: return head(bucket)
        case .deleteBucket: return try BucketCreation.delete(bucket, in: &account)
        case .document(let document, let verb):
            return try BucketDocuments.respond(to: request, document, verb, of: bucket, in: &account)
        case .listInventories, .getInventory, .putInventory, .deleteInventory:
            return try BucketInventories.respond(to: request, operation, of: bucket, in: &account)
        case .listObjects: return try ObjectListing.v1(request, of: bucket)
        case .listObjectsV2: return try ObjectListing.v2(request, of: bucket)
        case .listObjectVersions: return try VersionListing.respond(to: request, of: bucket)
        case .getObject, .headObject: return try ObjectReads.respond(to: routed, of: bucket)
        case .getObjectTagging, .putObjectTagging, .deleteObjectTagging, .getObjectRetention, .putObjectRetention,
            .getObjectLegalHold, .putObjectLegalHold:
            return try ObjectDocuments.respond(to: routed, operation, of: bucket, in: &account)
        case .listBuckets, .createBucket, .getBucketLocation, .putObject, .copyObject, .deleteObject, .deleteObjects,
            .createMultipartUpload, .uploadPart, .completeMultipartUpload, .abortMultipartUpload, .unsupported:
            throw S3Error.notImplemented(operation.name)
        }
    }

    private static func head(_ bucket: SimulatedBucket) -> HTTPResponse {
        HTTPResponse(
            status: 200,
            headers: [
                "x-amz-bucket-region": bucket.region.name, "x-amz-bucket-arn": bucket.arn.text,
                "x-amz-access-point-alias": "false", "Content-Type": "application/xml",
            ])
    }

    /// The bucket, if it is in the region that was asked and not another account's (1.23).
    private static func reach(_ routed: RoutedRequest, in account: SimulatedAccount) throws(ServiceError)
        -> SimulatedBucket
    {
        let request = routed.request
        guard let bucket = account.buckets[routed.bucket] else { throw S3Error.noSuchBucket(routed.bucket) }
        guard bucket.region == request.region else { throw S3Error.permanentRedirect(bucket) }
        guard bucket.owner == account.id else {
            var error = S3Error.accessDenied
            error.headers["x-amz-bucket-region"] = bucket.region.name
            throw error
        }
        if let expected = request.headers["x-amz-expected-bucket-owner"], expected != bucket.owner.digits {
            throw S3Error.accessDenied
        }
        return bucket
    }

    static func xml(_ root: XMLElement, status: Int = 200) -> HTTPResponse {
        HTTPResponse(
            status: status, headers: ["Content-Type": "application/xml"],
            body: XMLReply.bytes(root, namespace: XMLReply.s3Namespace))
    }
}
