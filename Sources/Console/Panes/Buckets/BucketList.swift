import AWSModel
import Canvas
import Posture

/// Every bucket of the account, worst first.
struct BucketList: ListContents {
    let columns: [ListColumn] = [
        ListColumn("verdict", TableColumn("Verdict", minimum: 13, ideal: 14), isOfWords: true),
        ListColumn("name", TableColumn("Bucket", minimum: 22, ideal: 40)),
        ListColumn("region", TableColumn("Region", minimum: 10, ideal: 14, priority: 2)),
        ListColumn("replication", TableColumn("Replication", minimum: 11, ideal: 22)),
        ListColumn("backup", TableColumn("Backup copy", minimum: 11, ideal: 20)),
        ListColumn("versioning", TableColumn("Versioning", minimum: 10, ideal: 10, priority: 3)),
        ListColumn("encryption", TableColumn("Encryption", minimum: 10, ideal: 10, priority: 4)),
        ListColumn("lock", TableColumn("Lock", minimum: 6, ideal: 12, priority: 5)),
    ]
    private struct Row: Sendable {
        let bucket: Int32
        /// Nil where no scenario touches it.
        let place: PictureIndex.Place?
    }
    private let judged: JudgedInventory
    private let rows: [Row]

    init(_ judged: JudgedInventory) {
        self.judged = judged
        let partition = judged.inventory.partition
        let rows = judged.inventory.buckets.enumerated().map { index, bucket in
            Row(bucket: Int32(index), place: judged.index.home[ARN.bucket(bucket.name, partition: partition).text])
        }
        // The inventory's buckets are sorted by name, and the order of equals is kept.
        let bySeverity = Dictionary(grouping: rows) { $0.place.map { judged.resource($0).severity } ?? 6 }
        self.rows = bySeverity.keys.sorted().flatMap { bySeverity[$0] ?? [] }
    }

    var count: Int { rows.count }

    private func bucket(_ row: Int) -> Bucket { judged.inventory.buckets[Int(rows[row].bucket)] }
    private func assessment(_ row: Int) -> ResourceAssessment? { rows[row].place.map(judged.resource) }

    func cells(at row: Int) -> [TableCell] {
        let bucket = bucket(row)
        let resource = assessment(row)
        let isStale = judged.isStale(bucket.region.value) || resource.map(judged.isStale) == true
        let cells = [
            resource.map { TableCell($0.standing.text, $0.standing.role) }
                ?? TableCell("– not judged", .neutral),
            TableCell(bucket.name, cutsMiddle: true),
            TableCell(bucket.region.value?.name ?? "unread", bucket.region.value == nil ? .unknown : .text),
            bucket.replicationCell(resource),
            ResourceCells.backupCopy(of: resource, in: judged),
            bucket.versioningCell, bucket.encryptionCell, bucket.lockCell,
        ]
        return isStale ? cells.map(\.stale) : cells
    }

    func sortKey(at row: Int, column: Int) -> SortKey {
        columns[column].name == "verdict"
            ? .number(assessment(row)?.severity ?? 6) : .text(cells(at: row)[column].text)
    }

    func identity(at row: Int) -> String {
        ARN.bucket(bucket(row).name, partition: judged.inventory.partition).text
    }

    func isFault(at row: Int) -> Bool { assessment(row)?.isFault ?? true }
}

extension TableCell {
    /// The same, of a region that does not answer; a name says so in a word, a verdict keeps its colour.
    var stale: TableCell {
        guard role == .text || role == .faint else { return self }
        return TableCell(cutsMiddle ? "\(text) (old)" : text, .stale, cutsMiddle: cutsMiddle)
    }

    static let unread = TableCell("? unread", .unknown)
}

extension Verdict {
    /// Whether the operator has something to do about it.
    var isFault: Bool { self == .atRisk || self == .unprotected || self == .unknown }
}

extension Bucket {
    fileprivate var versioningCell: TableCell {
        guard versioning.isRead else { return .unread }
        guard let status = versioning.value?.status else { return TableCell("off", .warning) }
        return status == .known(.enabled) ? TableCell("on") : TableCell(status.wire.lowercased(), .warning)
    }

    fileprivate var encryptionCell: TableCell {
        guard encryption.isRead else { return .unread }
        guard let algorithm = encryption.value?.algorithm else { return TableCell("none", .faint) }
        switch algorithm {
        case .known(.sseS3): return TableCell("SSE-S3", .faint)
        case .other(let text): return TableCell(text, .unknown)
        case .known: return TableCell(algorithm.wire.contains("dsse") ? "DSSE-KMS" : "SSE-KMS")
        }
    }

    fileprivate var lockCell: TableCell {
        guard objectLock.isRead else { return .unread }
        guard let lock = objectLock.value, lock.enabled else { return TableCell("off", .faint) }
        return TableCell(lock.defaultMode?.wire.lowercased() ?? "on")
    }

    /// Where its objects go, as the verdict's paths tell; what was not read never looks like "none".
    fileprivate func replicationCell(_ resource: ResourceAssessment?) -> TableCell {
        guard replication.isRead else { return .unread }
        guard let rules = replication.value?.rules, !rules.isEmpty else { return TableCell("none", .faint) }
        let paths = (resource?.paths ?? []).filter { $0.mechanism == .s3Replication }
        guard !paths.isEmpty else {
            return rules.contains(where: \.isEnabled) ? TableCell("cannot work", .bad) : TableCell("disabled", .warning)
        }
        let regions = paths.map(\.region.name).joined(separator: ", ")
        if paths.contains(where: \.suffices) { return TableCell("→ \(regions)", .good) }
        let isUnread = paths.allSatisfy(\.isUnread)
        let word = isUnread ? "?" : (paths.allSatisfy(\.healthy) ? "partial" : "failing")
        return TableCell("→ \(regions) \(word)", isUnread ? .unknown : .warning)
    }
}

extension RecoveryPath {
    /// Not healthy only because something it needs was not read: read faults come first among its reasons.
    var isUnread: Bool { !healthy && scope == .whole && (reasons.first?.contains("unread") ?? false) }
}
