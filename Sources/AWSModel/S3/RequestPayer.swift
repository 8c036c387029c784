/// Who pays for the requests to a bucket (1.16).
package enum RequestPayer: String, Hashable, Sendable { case requester = "Requester", bucketOwner = "BucketOwner" }
