package import AWSModel
package import Foundation

/// One version of an object, or a delete marker.
package struct ObjectVersion: Sendable {
    /// "null" for what was written while versioning was off or suspended.
    package var versionID: String
    package var lastModified: Date
    package var isDeleteMarker = false
    package var content = ObjectContent.bytes([])
    /// With its quotation marks.
    package var etag = ""
    package var contentType = "binary/octet-stream"
    /// Headers `x-amz-meta-*` and their kind, names in lower case.
    package var metadata: [String: String] = [:]
    package var storageClass = "STANDARD"
    package var encryption = BucketEncryption(algorithm: .known(.sseS3))
    package var tags: [Tag] = []
    package var retention: ObjectRetention?
    package var legalHold = false
    /// Header and value: `x-amz-checksum-crc32`.
    package var checksum: Checksum?
    package var isReplica = false
    /// By destination bucket; empty when no rule matched at the time of the PUT (1.18).
    package var copies: [String: CopyState] = [:]

    package init(versionID: String, lastModified: Date) {
        self.versionID = versionID
        self.lastModified = lastModified
    }

    package enum CopyState: Hashable, Sendable { case pending, completed, failed }

    package struct Checksum: Hashable, Sendable {
        package var header: String
        package var value: String
    }

    /// `x-amz-replication-status`; FAILED if one destination failed, COMPLETED when all are (1.18).
    package var replicationStatus: String? {
        if isReplica { return "REPLICA" }
        if copies.isEmpty { return nil }
        if copies.values.contains(.failed) { return "FAILED" }
        return copies.values.allSatisfy { $0 == .completed } ? "COMPLETED" : "PENDING"
    }
}

/// Until when a version may not be deleted.
package struct ObjectRetention: Hashable, Sendable {
    package var mode: String
    package var until: Date

    package init(mode: String, until: Date) {
        self.mode = mode
        self.until = until
    }
}

/// What is in an object: its bytes, or so many zeros that are not kept.
package enum ObjectContent: Hashable, Sendable {
    case bytes([UInt8])
    case zeros(Int64)

    package var count: Int64 {
        switch self {
        case .bytes(let bytes): Int64(bytes.count)
        case .zeros(let count): count
        }
    }

    package func slice(_ range: Range<Int64>) -> [UInt8] {
        switch self {
        case .bytes(let bytes): Array(bytes[Int(range.lowerBound)..<Int(range.upperBound)])
        case .zeros: [UInt8](repeating: 0, count: Int(range.upperBound - range.lowerBound))
        }
    }
}
