package import AWSCore
package import AWSModel

extension S3 {
    /// The buckets of the account. Always asks for pages: without `max-buckets` S3 leaves out their regions (1.23).
    package struct ListBuckets: Listing {
        package static let service = S3.service
        package static let name = "ListBuckets"
        package static let permission: String? = "s3:ListAllMyBuckets"
        package static let call = "s3:ListBuckets"

        /// Buckets a page, 1…10000.
        package let maxBuckets: Int
        package let prefix: String?
        /// Must be the region that is asked (1.23).
        package let bucketRegion: Region?
        package var nextToken: String?

        package init(
            maxBuckets: Int = 1000, prefix: String? = nil, bucketRegion: Region? = nil, nextToken: String? = nil
        ) {
            self.maxBuckets = maxBuckets
            self.prefix = prefix
            self.bucketRegion = bucketRegion
            self.nextToken = nextToken
        }

        package func request() -> OperationRequest {
            OperationRequest(
                query: QueryItem.given([
                    "max-buckets": String(maxBuckets), "prefix": prefix, "bucket-region": bucketRegion?.name,
                    "continuation-token": nextToken,
                ]))
        }

        package typealias Item = BucketSummary

        package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> Page<BucketSummary> {
            let document = try XMLElement.document(response, root: "ListAllMyBucketsResult")
            var buckets: [BucketSummary] = []
            for bucket in try document.required("Buckets").children where bucket.name == "Bucket" {
                buckets.append(
                    BucketSummary(
                        name: try bucket.requiredText("Name"),
                        region: bucket.nonEmptyText("BucketRegion").map { Region($0) },
                        createdAt: try bucket.date("CreationDate")))
            }
            return Page(items: buckets, nextToken: document.text("ContinuationToken"))
        }
    }
}
