import AWSModel
import AWSCore

extension ObjectVersion {
    func headers(versioned: Bool) -> HTTPHeaders {
        var headers = encryptionHeaders
        headers["Last-Modified"] = WireTime.http(lastModified)
        headers["ETag"] = etag
        headers["Accept-Ranges"] = "bytes"
        headers["Content-Type"] = contentType
        for (name, value) in metadata.sorted(by: { $0.key < $1.key }) { headers.add(name, value) }
        if versioned { headers["x-amz-version-id"] = versionID }
        if let replicationStatus { headers["x-amz-replication-status"] = replicationStatus }
        if storageClass != "STANDARD" { headers["x-amz-storage-class"] = storageClass }
        if !tags.isEmpty { headers["x-amz-tagging-count"] = "\(tags.count)" }
        if let retention {
            headers["x-amz-object-lock-mode"] = retention.mode
            headers["x-amz-object-lock-retain-until-date"] = WireTime.iso(retention.until)
        }
        if legalHold { headers["x-amz-object-lock-legal-hold"] = "ON" }
        return headers
    }

    var encryptionHeaders: HTTPHeaders {
        var headers: HTTPHeaders = ["x-amz-server-side-encryption": encryption.algorithm.wire]
        if let key = encryption.kmsKeyID { headers["x-amz-server-side-encryption-aws-kms-key-id"] = key }
        if encryption.bucketKeyEnabled { headers["x-amz-server-side-encryption-bucket-key-enabled"] = "true" }
        return headers
    }
}
