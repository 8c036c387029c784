import AWSCore
import AWSModel

/// `CreateBucket` and `DeleteBucket`.
enum BucketCreation {
    static func respond(to request: SimulatedRequest, bucket name: String, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let document = request.body.isEmpty ? nil : try S3Document.parse(request.body)
        let constraint = document?.word("LocationConstraint").flatMap { $0.isEmpty ? nil : $0 }
        try checkLocation(constraint, against: request.region)
        guard isValid(name) else {
            throw ServiceError(
                400, "InvalidBucketName", "The specified bucket is not valid.", details: [.leaf("BucketName", name)])
        }
        if let existing = account.buckets[name] {
            try answerExisting(existing, request: request, account: account.id)
        } else {
            var bucket = SimulatedBucket(
                name: name, region: constraint.map(Self.region) ?? request.region, owner: account.id,
                createdAt: account.now)
            if request.headers["x-amz-bucket-object-lock-enabled"]?.lowercased() == "true" {
                bucket.versioning = .enabled
                bucket.objectLock = ObjectLockConfiguration(enabled: true)
            }
            if let ownership = request.headers["x-amz-object-ownership"] {
                bucket.documents[.ownershipControls] = .node(
                    "OwnershipControls", [.node("Rule", [.leaf("ObjectOwnership", ownership)])])
            }
            if let tags = document?["Tags"]?.all("Tag"), !tags.isEmpty {
                bucket.documents[.tagging] = .node("Tagging", [.node("TagSet", tags.map(\.withoutLayout))])
            }
            account.buckets[name] = bucket
        }
        return HTTPResponse(
            status: 200, headers: ["Location": "/" + name, "x-amz-bucket-arn": "arn:\(request.partition):s3:::\(name)"])
    }

    static func delete(_ bucket: SimulatedBucket, in account: inout SimulatedAccount) throws(ServiceError)
        -> HTTPResponse
    {
        guard bucket.objects.isEmpty else {
            throw ServiceError(
                409, "BucketNotEmpty",
                bucket.versioning == nil
                    ? "The bucket you tried to delete is not empty"
                    : "The bucket you tried to delete is not empty. You must delete all versions in the bucket.",
                details: [.leaf("BucketName", bucket.name)])
        }
        account.deleteBucket(bucket.name)
        return HTTPResponse(status: 204)
    }

    private static func region(_ constraint: String) -> Region { Region(constraint == "EU" ? "eu-west-1" : constraint) }

    private static func checkLocation(_ constraint: String?, against region: Region) throws(ServiceError) {
        let wanted = constraint.map { Self.region($0).name }
        if region == "us-east-1", let wanted, wanted == "us-east-1" {
            throw ServiceError(
                400, "InvalidLocationConstraint", "The specified location-constraint is not valid",
                details: [.leaf("LocationConstraint", wanted)])
        }
        // The endpoint of us-east-1 makes buckets of every region.
        guard region == "us-east-1" || wanted == region.name else {
            throw ServiceError(
                400, "IllegalLocationConstraintException",
                "The \(wanted ?? "unspecified") location constraint is incompatible for the region specific endpoint "
                    + "this request was sent to.")
        }
    }

    private static func answerExisting(
        _ existing: SimulatedBucket, request: SimulatedRequest, account: AccountID
    ) throws(ServiceError) {
        guard existing.owner == account else {
            throw ServiceError(
                409, "BucketAlreadyExists",
                "The requested bucket name is not available. The bucket namespace is shared by all users of the system. "
                    + "Please select a different name and try again.", details: [.leaf("BucketName", existing.name)])
        }
        // In us-east-1 alone creating one's own bucket again is no error.
        guard request.region == "us-east-1", existing.region == "us-east-1" else {
            throw ServiceError(
                409, "BucketAlreadyOwnedByYou",
                "Your previous request to create the named bucket succeeded and you already own it.",
                details: [.leaf("BucketName", existing.name)])
        }
    }

    private static func isValid(_ name: String) -> Bool {
        guard (3...63).contains(name.utf8.count), let first = name.utf8.first, let last = name.utf8.last else {
            return false
        }
        func isWord(_ byte: UInt8) -> Bool { (97...122).contains(byte) || (48...57).contains(byte) }
        return isWord(first) && isWord(last)
            && name.utf8.allSatisfy { isWord($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
            && !name.contains("..") && !name.utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
    }
}

/// `GetBucketLocation`, which us-east-1 answers for every region's buckets.
enum BucketLocation {
    static func respond(to request: SimulatedRequest, bucket name: String, in account: SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        guard let bucket = account.buckets[name] else { throw S3Error.noSuchBucket(name) }
        guard request.region == "us-east-1" || request.region == bucket.region else {
            throw S3Error.permanentRedirect(bucket)
        }
        guard bucket.owner == account.id else { throw S3Error.accessDenied }
        return S3Service.xml(.leaf("LocationConstraint", bucket.region == "us-east-1" ? "" : bucket.region.name))
    }
}
