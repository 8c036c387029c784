package import AWSCore
package import AWSModel

extension S3 {
    /// The versions and delete markers of a bucket, in the order of their keys, newest first.
    package struct ListObjectVersions: PaginatedOperation {
        /// One page: a page goes on within the versions of one key, so the next one needs both markers.
        package struct Output: Hashable, Sendable {
            package var versions: [ObjectVersion]
            package var deleteMarkers: [DeleteMarker]
            /// Nil at the end.
            package var nextKeyMarker: String?
            package var nextVersionIDMarker: String?
        }

        package static let service = S3.service
        package static let name = "ListObjectVersions"
        package static let permission: String? = "s3:ListBucketVersions"
        package static let call = "s3:ListObjectVersions"

        package let bucket: String
        package let prefix: String?
        /// Versions and delete markers a page, 1…1000.
        package let maxKeys: Int
        package var keyMarker: String?
        /// Only with a key marker.
        package var versionIDMarker: String?

        package init(
            bucket: String, prefix: String? = nil, maxKeys: Int = 1000, keyMarker: String? = nil,
            versionIDMarker: String? = nil
        ) {
            self.bucket = bucket
            self.prefix = prefix
            self.maxKeys = maxKeys
            self.keyMarker = keyMarker
            self.versionIDMarker = versionIDMarker
        }

        package func request() -> OperationRequest {
            OperationRequest(
                query: [QueryItem("versions")]
                    + QueryItem.given([
                        "encoding-type": "url", "max-keys": String(maxKeys), "prefix": prefix,
                        "key-marker": keyMarker, "version-id-marker": versionIDMarker,
                    ]), bucket: bucket)
        }

        package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> Output {
            let listing = try ListingXML(response, root: "ListVersionsResult")
            var output = Output(versions: [], deleteMarkers: [])
            for row in listing.document.children {
                switch row.name {
                case "Version": output.versions.append(try version(row, of: listing))
                case "DeleteMarker": output.deleteMarkers.append(try deleteMarker(row, of: listing))
                default: break
                }
            }
            output.nextKeyMarker = try listing.token("NextKeyMarker").map(listing.decoded)
            if output.nextKeyMarker != nil {
                output.nextVersionIDMarker = listing.document.nonEmptyText("NextVersionIdMarker")
            }
            return output
        }

        private static func version(_ row: XMLElement, of listing: ListingXML) throws(MalformedReply) -> ObjectVersion {
            ObjectVersion(
                key: try listing.key(row), versionID: try row.requiredText("VersionId"),
                isLatest: try row.boolean("IsLatest") ?? false, size: ByteCount(try row.integer("Size") ?? 0),
                lastModified: try row.date("LastModified"), etag: row.text("ETag"),
                storageClass: row.text("StorageClass"))
        }

        private static func deleteMarker(_ row: XMLElement, of listing: ListingXML) throws(MalformedReply)
            -> DeleteMarker
        {
            DeleteMarker(
                key: try listing.key(row), versionID: try row.requiredText("VersionId"),
                isLatest: try row.boolean("IsLatest") ?? false, lastModified: try row.date("LastModified"))
        }

        package func next(after page: Output) -> ListObjectVersions? {
            guard let key = page.nextKeyMarker else { return nil }
            var next = self
            next.keyMarker = key
            next.versionIDMarker = page.nextVersionIDMarker
            return next
        }
    }
}
