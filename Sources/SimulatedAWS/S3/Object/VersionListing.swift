import AWSCore
import AWSModel

/// `ListObjectVersions`: all versions and delete markers, keys in order, newest first.
enum VersionListing {
    static func respond(to request: SimulatedRequest, of bucket: SimulatedBucket) throws(ServiceError) -> HTTPResponse {
        let query = try ListingQuery(request)
        let keyMarker = request.queryValue("key-marker")
        let versionMarker = request.queryValue("version-id-marker").flatMap { $0.isEmpty ? nil : $0 }
        if versionMarker != nil, keyMarker == nil {
            throw S3Error.invalidArgument(
                "A version-id marker cannot be specified without a key marker.", "version-id-marker",
                versionMarker ?? "")
        }
        let page = Page(of: bucket.objects, query, keyMarker: keyMarker, versionMarker: versionMarker)
        var children: [XMLElement] = [
            .leaf("Name", bucket.name), .leaf("Prefix", query.encode(query.prefix)),
            .leaf("KeyMarker", query.encode(keyMarker ?? "")), .leaf("VersionIdMarker", versionMarker ?? ""),
        ]
        if let next = page.next {
            children += [
                .leaf("NextKeyMarker", query.encode(next.key)), .leaf("NextVersionIdMarker", next.versionID),
            ]
        }
        children.append(.leaf("MaxKeys", "\(query.limit)"))
        if let delimiter = query.delimiter { children.append(.leaf("Delimiter", query.encode(delimiter))) }
        if query.encodesURLs { children.append(.leaf("EncodingType", "url")) }
        children.append(.leaf("IsTruncated", page.next == nil ? "false" : "true"))
        children += page.rows.map { row($0, query, owner: bucket.owner) }
        children += page.prefixes.map { .node("CommonPrefixes", [.leaf("Prefix", query.encode($0))]) }
        return S3Service.xml(.node("ListVersionsResult", children))
    }

    private struct Row {
        var key: String
        var version: ObjectVersion
        var isLatest: Bool
    }

    private struct Page {
        var rows: [Row] = []
        var prefixes: [String] = []
        /// The last key and version of this page, when there are more.
        var next: (key: String, versionID: String)?

        init(of objects: ObjectTable, _ query: ListingQuery, keyMarker: String?, versionMarker: String?) {
            var last: (key: String, versionID: String)?
            // With a version marker the marked key goes on after that version.
            if let keyMarker, let versionMarker {
                let versions = objects.versions(of: keyMarker)
                let start = versions.firstIndex { $0.versionID == versionMarker }.map { $0 + 1 } ?? versions.count
                for index in start..<versions.count {
                    guard take(Row(key: keyMarker, version: versions[index], isLatest: index == 0), query, &last) else {
                        return
                    }
                }
            }
            for index in objects.indices(prefix: query.prefix, after: keyMarker) {
                let key = objects.keys[index]
                if let common = query.commonPrefix(of: key) {
                    if common == prefixes.last || keyMarker?.hasPrefix(common) == true { continue }
                    guard rows.count + prefixes.count < query.limit else {
                        next = last
                        return
                    }
                    prefixes.append(common)
                    last = (common, "")
                    continue
                }
                for (place, version) in objects.versions(of: key).enumerated() {
                    guard take(Row(key: key, version: version, isLatest: place == 0), query, &last) else { return }
                }
            }
        }

        /// False when the page is full.
        private mutating func take(
            _ row: Row, _ query: ListingQuery, _ last: inout (key: String, versionID: String)?
        ) -> Bool {
            guard rows.count + prefixes.count < query.limit else {
                next = last
                return false
            }
            rows.append(row)
            last = (row.key, row.version.versionID)
            return true
        }
    }

    private static func row(_ row: Row, _ query: ListingQuery, owner: AccountID) -> XMLElement {
        let version = row.version
        var children: [XMLElement] = [
            .leaf("Key", query.encode(row.key)), .leaf("VersionId", version.versionID),
            .leaf("IsLatest", row.isLatest ? "true" : "false"),
            .leaf("LastModified", WireTime.iso(version.lastModified)),
        ]
        if !version.isDeleteMarker {
            children += [.leaf("ETag", version.etag)] + (version.checksum?.rows ?? [])
            children += [.leaf("Size", "\(version.content.count)"), .leaf("StorageClass", version.storageClass)]
        }
        children.append(AccessControlDocument.owner(owner))
        return .node(version.isDeleteMarker ? "DeleteMarker" : "Version", children)
    }
}
