package import AWSCore
package import AWSModel

extension S3 {
    /// The current objects of a bucket, in the order of their keys.
    package struct ListObjectsV2: Listing {
        package static let service = S3.service
        package static let name = "ListObjectsV2"
        package static let permission: String? = "s3:ListBucket"
        package static let call = "s3:ListObjectsV2"

        package let bucket: String
        package let prefix: String?
        /// The listing begins after this key.
        package let startAfter: String?
        /// Objects a page, 1…1000.
        package let maxKeys: Int
        package var nextToken: String?

        package init(
            bucket: String, prefix: String? = nil, startAfter: String? = nil, maxKeys: Int = 1000,
            nextToken: String? = nil
        ) {
            self.bucket = bucket
            self.prefix = prefix
            self.startAfter = startAfter
            self.maxKeys = maxKeys
            self.nextToken = nextToken
        }

        package func request() -> OperationRequest {
            OperationRequest(
                query: QueryItem.given([
                    "list-type": "2", "encoding-type": "url", "max-keys": String(maxKeys), "prefix": prefix,
                    "start-after": startAfter, "continuation-token": nextToken,
                ]), bucket: bucket)
        }

        package typealias Item = ObjectSummary

        package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> Page<ObjectSummary> {
            let listing = try ListingXML(response, root: "ListBucketResult")
            var objects: [ObjectSummary] = []
            for row in listing.document.children where row.name == "Contents" {
                objects.append(
                    ObjectSummary(
                        key: try listing.key(row), size: ByteCount(try row.integer("Size") ?? 0),
                        lastModified: try row.date("LastModified"), etag: row.text("ETag"),
                        storageClass: row.text("StorageClass")))
            }
            return Page(items: objects, nextToken: try listing.token("NextContinuationToken"))
        }
    }
}
