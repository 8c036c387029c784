import AWSModel

/// The bytes of a bucket by storage class.
struct StoredBytes {
    /// Bytes by class, "STANDARD"; sorted by class.
    let byClass: [(name: String, bytes: Int64)]
    /// Bytes in archives, which are not replicated (1.8), but may have been before they were archived.
    let archived: Int64

    /// - Parameter bytes: by `StorageType`.
    init(_ bytes: [String: ByteCount]) {
        var sums: [String: Int64] = [:]
        var archived: Int64 = 0
        for (type, count) in bytes {
            // What S3 adds to small or archived objects is its own, and no bytes of the objects.
            guard !type.hasSuffix("Overhead") else { continue }
            if Self.archives.contains(type) {
                archived = Self.sum(archived, count.bytes)
            } else {
                sums[Self.classes[type] ?? type, default: 0] = Self.sum(
                    sums[Self.classes[type] ?? type] ?? 0, count.bytes)
            }
        }
        byClass = sums.sorted { $0.key < $1.key }.map { (name: $0.key, bytes: $0.value) }
        self.archived = archived
    }

    /// All but what is archived.
    var live: Int64 { byClass.reduce(0) { Self.sum($0, $1.bytes) } }

    var whole: Int64 { Self.sum(live, archived) }

    private static func sum(_ a: Int64, _ b: Int64) -> Int64 {
        let (sum, overflows) = a.addingReportingOverflow(max(0, b))
        return overflows ? .max : sum
    }

    /// The values of `StorageType` that hold bytes of objects.
    static var types: [String] { classes.keys.sorted() + archives.sorted() }

    private static let classes = [
        "StandardStorage": "STANDARD", "ReducedRedundancyStorage": "REDUCED_REDUNDANCY",
        "StandardIAStorage": "STANDARD_IA", "OneZoneIAStorage": "ONEZONE_IA",
        "GlacierInstantRetrievalStorage": "GLACIER_IR", "IntelligentTieringFAStorage": "INTELLIGENT_TIERING",
        "IntelligentTieringIAStorage": "INTELLIGENT_TIERING_IA",
        "IntelligentTieringAIAStorage": "INTELLIGENT_TIERING_AIA",
    ]
    private static let archives: Set = [
        "GlacierStorage", "DeepArchiveStorage", "IntelligentTieringAAStorage", "IntelligentTieringDAAStorage",
    ]
}
