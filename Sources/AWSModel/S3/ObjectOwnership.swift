/// Who owns the objects of a bucket (1.16).
package enum ObjectOwnership: String, Hashable, Sendable {
    case bucketOwnerPreferred = "BucketOwnerPreferred", objectWriter = "ObjectWriter"
    case bucketOwnerEnforced = "BucketOwnerEnforced"
}
