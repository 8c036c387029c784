import AWSCore
import AWSModel

/// `ListObjects` and `ListObjectsV2`: current versions in the order of their keys.
enum ObjectListing {
    static func v1(_ request: SimulatedRequest, of bucket: SimulatedBucket) throws(ServiceError) -> HTTPResponse {
        let query = try ListingQuery(request)
        let marker = request.queryValue("marker")
        let page = Page(of: bucket.objects, query, after: marker)
        var children: [XMLElement] = [
            .leaf("Name", bucket.name), .leaf("Prefix", query.encode(query.prefix)),
            .leaf("Marker", query.encode(marker ?? "")), .leaf("MaxKeys", "\(query.limit)"),
        ]
        if let delimiter = query.delimiter { children.append(.leaf("Delimiter", query.encode(delimiter))) }
        children.append(.leaf("IsTruncated", page.isTruncated ? "true" : "false"))
        if page.isTruncated, let last = page.last { children.append(.leaf("NextMarker", query.encode(last))) }
        if query.encodesURLs { children.append(.leaf("EncodingType", "url")) }
        children += page.rows(query, of: bucket, showsOwner: true)
        return S3Service.xml(.node("ListBucketResult", children))
    }

    static func v2(_ request: SimulatedRequest, of bucket: SimulatedBucket) throws(ServiceError) -> HTTPResponse {
        let query = try ListingQuery(request)
        let token = request.queryValue("continuation-token")
        let startAfter = request.queryValue("start-after")
        var marker = startAfter
        if let token {
            guard let last = ContinuationToken.decode(token) else {
                throw S3Error.invalidArgument(
                    "The continuation token provided is incorrect", "continuation-token", token)
            }
            marker = last
        }
        let page = Page(of: bucket.objects, query, after: marker)
        var children: [XMLElement] = [
            .leaf("Name", bucket.name), .leaf("Prefix", query.encode(query.prefix)),
        ]
        if let token { children.append(.leaf("ContinuationToken", token)) }
        if page.isTruncated, let last = page.last {
            children.append(.leaf("NextContinuationToken", ContinuationToken.encode(last)))
        }
        if let startAfter { children.append(.leaf("StartAfter", query.encode(startAfter))) }
        children += [.leaf("KeyCount", "\(page.count)"), .leaf("MaxKeys", "\(query.limit)")]
        if let delimiter = query.delimiter { children.append(.leaf("Delimiter", query.encode(delimiter))) }
        if query.encodesURLs { children.append(.leaf("EncodingType", "url")) }
        children.append(.leaf("IsTruncated", page.isTruncated ? "true" : "false"))
        children += page.rows(query, of: bucket, showsOwner: request.queryValue("fetch-owner") == "true")
        return S3Service.xml(.node("ListBucketResult", children))
    }

    /// Keys and common prefixes, together no more than asked for.
    private struct Page {
        var keys: [String] = []
        var prefixes: [String] = []
        var isTruncated = false
        /// Where the next page begins: after this key or prefix.
        var last: String?
        var count: Int { keys.count + prefixes.count }

        init(of objects: ObjectTable, _ query: ListingQuery, after marker: String?) {
            for index in objects.indices(prefix: query.prefix, after: marker) {
                let key = objects.keys[index]
                guard objects.current(key) != nil else { continue }
                if let common = query.commonPrefix(of: key) {
                    if common == prefixes.last || marker.map({ $0 >= common && $0.hasPrefix(common) }) == true {
                        continue
                    }
                    guard count < query.limit else {
                        isTruncated = true
                        return
                    }
                    prefixes.append(common)
                    last = common + "\u{10FFFF}"
                } else {
                    guard count < query.limit else {
                        isTruncated = true
                        return
                    }
                    keys.append(key)
                    last = key
                }
            }
        }

        func rows(_ query: ListingQuery, of bucket: SimulatedBucket, showsOwner: Bool) -> [XMLElement] {
            keys.compactMap { key in
                guard let object = bucket.objects.current(key) else { return nil }
                var row: [XMLElement] = [
                    .leaf("Key", query.encode(key)), .leaf("LastModified", WireTime.iso(object.lastModified)),
                    .leaf("ETag", object.etag), .leaf("Size", "\(object.content.count)"),
                ]
                if let checksum = object.checksum { row.insert(contentsOf: checksum.rows, at: 3) }
                if showsOwner { row.append(AccessControlDocument.owner(bucket.owner)) }
                row.append(.leaf("StorageClass", object.storageClass))
                return .node("Contents", row)
            } + prefixes.map { .node("CommonPrefixes", [.leaf("Prefix", query.encode($0))]) }
        }
    }
}

extension ObjectVersion.Checksum {
    /// `x-amz-checksum-crc32` is `CRC32` in listings.
    var rows: [XMLElement] {
        let algorithm = header.dropFirst("x-amz-checksum-".count).uppercased()
        return [.leaf("ChecksumAlgorithm", algorithm), .leaf("ChecksumType", "FULL_OBJECT")]
    }
}
