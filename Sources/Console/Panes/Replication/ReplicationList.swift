import AWSModel
import Canvas
import Posture

/// Every replication rule of the account, those that do not work first.
struct ReplicationList: ListContents {
    let columns: [ListColumn] = [
        ListColumn("state", TableColumn("State", minimum: 13, ideal: 14), isOfWords: true),
        ListColumn("source", TableColumn("Source", minimum: 20, ideal: 28)),
        ListColumn("destination", TableColumn("Destination", minimum: 22, ideal: 36)),
        ListColumn("scope", TableColumn("Scope", minimum: 8, ideal: 18, priority: 3)),
        ListColumn("lag", TableColumn("Lag", minimum: 7, ideal: 10, alignment: .trailing, priority: 1)),
        ListColumn("pending", TableColumn("Pending", minimum: 8, ideal: 24, priority: 2)),
        ListColumn("failed", TableColumn("Failed", minimum: 6, ideal: 8, alignment: .trailing, priority: 4)),
        ListColumn("deletes", TableColumn("Deletes", minimum: 9, ideal: 10, priority: 5)),
        ListColumn("kms", TableColumn("KMS", minimum: 4, ideal: 5, priority: 7)),
        ListColumn("rtc", TableColumn("RTC", minimum: 4, ideal: 6, priority: 8)),
        ListColumn("version", TableColumn("V", minimum: 2, ideal: 2, priority: 6)),
    ]
    private struct Row: Sendable {
        let bucket: Int32
        let rule: Int32
    }
    private let judged: JudgedInventory
    private let rows: [Row]
    private let metrics: [String: Int32]
    /// How many rules stand how, the worst first.
    let counts: [(text: String, role: Role, number: Int)]

    init(_ judged: JudgedInventory) {
        self.judged = judged
        metrics = Dictionary(
            judged.inventory.replicationMetrics.enumerated().map {
                (Self.key($1.sourceBucket, $1.destinationBucket, $1.ruleID), Int32($0))
            },
            uniquingKeysWith: { first, _ in first })
        var bySeverity: [Int: [Row]] = [:]
        var numbers: [ReplicationRuleState.Kind: Int] = [:]
        for (index, bucket) in judged.inventory.buckets.enumerated() {
            for rule in (bucket.replication.value?.rules ?? []).indices {
                let state = ReplicationRuleState(of: bucket, rule: rule, in: judged)
                numbers[state.kind, default: 0] += 1
                bySeverity[state.severity, default: []].append(Row(bucket: Int32(index), rule: Int32(rule)))
            }
        }
        rows = bySeverity.keys.sorted().flatMap { bySeverity[$0] ?? [] }
        counts = numbers.sorted { ($0.key.severity, $0.key.text) < ($1.key.severity, $1.key.text) }.map {
            ($0.key.text, $0.key.role, $0.value)
        }
    }

    private static func key(_ source: String, _ destination: String, _ rule: String) -> String {
        "\(source) \(destination) \(rule)"
    }

    var count: Int { rows.count }

    func bucket(at row: Int) -> Bucket { judged.inventory.buckets[Int(rows[row].bucket)] }
    func rule(at row: Int) -> ReplicationRule? {
        let rules = bucket(at: row).replication.value?.rules ?? []
        let index = Int(rows[row].rule)
        return rules.indices.contains(index) ? rules[index] : nil
    }
    func state(at row: Int) -> ReplicationRuleState {
        ReplicationRuleState(of: bucket(at: row), rule: Int(rows[row].rule), in: judged)
    }
    func metrics(at row: Int) -> ReplicationMetrics? {
        guard let rule = rule(at: row) else { return nil }
        return metrics[Self.key(bucket(at: row).name, rule.destination.bucketName, rule.id ?? "")].map {
            judged.inventory.replicationMetrics[Int($0)]
        }
    }
    func destination(of rule: ReplicationRule) -> DestinationBucket? {
        judged.inventory.destinations[rule.destination.bucketName]
    }

    /// The other bucket replicates back.
    func isTwoWay(_ rule: ReplicationRule, from bucket: Bucket) -> Bool {
        guard let index = judged.index.buckets[rule.destination.bucketName] else { return false }
        return (judged.inventory.buckets[Int(index)].replication.value?.rules ?? []).contains {
            $0.isEnabled && $0.destination.bucketName == bucket.name
        }
    }

    func cells(at row: Int) -> [TableCell] {
        let bucket = bucket(at: row)
        guard let rule = rule(at: row) else { return columns.map { _ in TableCell("") } }
        let state = state(at: row)
        let arrow = isTwoWay(rule, from: bucket) ? "↔" : "→"
        let region = state.region.map { "\($0.name) " } ?? ""
        let metrics = ReplicationMetricCells(rule, metrics(at: row))
        let cells = [
            TableCell(state.text, state.role), TableCell(bucket.name, cutsMiddle: true),
            TableCell("\(arrow) \(region)\(rule.destination.bucketName)"),
            TableCell(rule.scopeWords, rule.coversWholeBucket ? .faint : .warning),
            metrics.lag, metrics.pending, metrics.failed,
            TableCell(rule.deletesWords, rule.deletesPropagate ? .warning : .faint),
            TableCell(rule.selectsKMSObjects ? "yes" : "no", .faint),
            TableCell(rule.destination.replicationTimeMinutes.map { "\($0) m" } ?? "no", .faint),
            TableCell(rule.isV2 ? "2" : "1", .faint),
        ]
        return judged.isStale(bucket.region.value) ? cells.map(\.stale) : cells
    }

    func sortKey(at row: Int, column: Int) -> SortKey {
        switch columns[column].name {
        case "state": .number(Double(state(at: row).severity))
        case "lag": .number(metrics(at: row)?.maximumLatency.value ?? -1)
        case "pending": .number(metrics(at: row)?.operationsPending.value ?? -1)
        case "failed": .number(metrics(at: row)?.operationsFailed.value ?? -1)
        default: .text(cells(at: row)[column].text)
        }
    }

    func identity(at row: Int) -> String {
        let rule = rule(at: row)
        return "\(subject(at: row) ?? "") \(rule?.id ?? "") \(rule?.destination.bucketName ?? "")"
    }
    func subject(at row: Int) -> String? {
        ARN.bucket(bucket(at: row).name, partition: judged.inventory.partition).text
    }
    func isFault(at row: Int) -> Bool { state(at: row).severity < ReplicationRuleState.worksSeverity }
}

extension ReplicationRule {
    /// What a delete in the source does to the replica: a V1 rule passes markers on, a V2 rule only where it says so
    /// (1.6).
    var deletesPropagate: Bool { isV2 ? deleteMarkerReplication == .known(.enabled) : true }
    fileprivate var deletesWords: String { deletesPropagate ? "propagate" : "stay" }
}
