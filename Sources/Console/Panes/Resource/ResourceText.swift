import AWSModel
import Canvas
import Posture

/// Everything that is known of one resource, as paragraphs.
struct ResourceText {
    private(set) var lines: [[Span]] = []
    private let picture: Picture
    private let arn: String
    private let columns: Int

    private let copyKey: String?

    /// - Parameters:
    ///   - dossier: nil where it is still being put together.
    ///   - leading: what was asked about, where that is no region's outage.
    ///   - copyKey: copies the commands of what is missing, where a key does.
    init(
        _ arn: String, dossier: ResourceDossier?, leading: (threat: Threat, resource: ResourceAssessment)? = nil,
        in picture: Picture, columns: Int, copyKey: String?
    ) {
        self.picture = picture
        self.arn = arn
        self.columns = columns
        self.copyKey = copyKey
        guard let resource = picture.verdict(of: arn) else {
            lines = [[Span(arn, .title)], [], [Span("It is not among what was read last.", .unknown)]]
            return
        }
        addHead(resource)
        if let leading { addVerdict("Against \(leading.threat.words): ", leading.resource) }
        for (scenario, judged) in picture.verdicts(of: arn) {
            addVerdict("If \(scenario.region?.name ?? scenario.threat.words) goes down: ", judged)
        }
        addThreats(dossier?.threats)
        addFindings(dossier?.findings ?? picture.findings(about: arn).map { $0.naming(resource) })
        addComparison(dossier?.comparison)
        if let bucket = bucket { addSettings(bucket) }
        addRecoveryPoints()
    }

    private var bucket: Bucket? {
        guard let name = ARN(arn)?.resource, let index = picture.index.buckets[name],
            ARN.bucket(name, partition: picture.inventory.partition).text == arn
        else { return nil }
        return picture.inventory.buckets[Int(index)]
    }

    private mutating func add(_ spans: Span...) { lines.append(spans) }
    private mutating func heading(_ text: String) {
        lines.append([])
        lines.append([Span(text, .title)])
    }

    private mutating func addHead(_ resource: ResourceAssessment) {
        add(
            Span(resource.name, .title), Span("  \(resource.type.name)", .faint),
            Span("  \(resource.region?.name ?? "region not read")", .accent))
        add(Span(arn, .accent))
        if let region = resource.region, picture.staleRegions.contains(region) {
            let last = picture.inventory.regions.first { $0.name == region }?.lastAnswered
            add(
                Span(
                    "\(region.name) does not answer"
                        + (last.map { ": what follows is as of \($0.minute)" } ?? ", and never did: it is not known"),
                    .stale))
        }
    }

    private mutating func addVerdict(_ question: String, _ resource: ResourceAssessment) {
        lines.append([])
        add(
            Span(question, .label),
            Span("\(resource.verdict.glyph) \(resource.verdict.words)", resource.verdict.role),
            Span(resource.assurance.map { ", \($0.rawValue)" } ?? "", .faint))
        add(Span("  \(resource.reason)"))
        if let accepted = resource.accepted { lines.append([Span("  ")] + accepted.line) }
        for path in resource.paths {
            lines.append([Span("  ")] + path.headline)
            add(Span("    \(path.target)", .faint))
            for reason in path.reasons { add(Span("    \(reason)", path.suffices ? .faint : .text)) }
        }
    }

    /// A line for each threat, and why.
    private mutating func addThreats(_ threats: [ThreatVerdict]?) {
        lines.append([])
        guard let threats else { return add(Span("Judging the other threats.", .faint)) }
        let widest = threats.map(\.threat.words.count).max() ?? 0
        for verdict in threats {
            let resource = verdict.resource
            add(
                Span("\(resource.verdict.glyph) ", resource.verdict.role),
                Span(verdict.threat.words.padded(to: widest + 2), .label),
                Span("\(resource.verdict.words): ", resource.verdict.role), Span(resource.reason))
        }
    }

    private mutating func addComparison(_ comparison: Comparison?) {
        heading("S3 replication and AWS Backup compared")
        guard let comparison else { return add(Span("Comparing them.", .faint)) }
        lines += ComparisonTable(comparison, columns: columns).lines
        guard !comparison.advice.isEmpty else { return }
        heading("What is missing")
        let key = copyKey.map { "\($0), each time the next one, or " } ?? ""
        add(Span("To copy a command: \(key)lifeboat show \(arn)", .faint))
        for step in comparison.advice {
            add(Span("  • "), Span(step.text), Span(step.call.map { " (\($0))" } ?? "", .accent))
            if let commandLine = step.commandLine { add(Span("    "), Span(commandLine, .faint)) }
            guard let terraform = step.terraform else { continue }
            for line in terraform.split(separator: "\n") { add(Span("    "), Span(String(line), .faint)) }
        }
    }

    /// Its own first, the worst first, then those of what backs it up.
    private mutating func addFindings(_ findings: [Finding]) {
        let findings = findings.filter { $0.resource == arn } + findings.filter { $0.resource != arn }
        guard !findings.isEmpty else { return }
        heading("Findings")
        for finding in findings {
            add(Span("\(finding.severity.rawValue) ", finding.severity.role), Span(finding.id, .strong))
            add(Span("  \(finding.message)"))
            add(Span("  fix  ", .label), Span(finding.fix))
            for evidence in finding.evidence.prefix(3) {
                add(
                    Span(
                        "  \(evidence.call) in \(evidence.region.name) at \(evidence.at.clock): \(evidence.detail)",
                        .faint))
            }
            if finding.evidence.count > 3 {
                add(Span("  and \((finding.evidence.count - 3).counted("reading")) more", .faint))
            }
        }
    }

    private mutating func addSettings(_ bucket: Bucket) {
        heading("Settings")
        setting("versioning", bucket.versioning) { $0.status?.wire ?? "off" }
        setting("encryption", bucket.encryption) { "\($0.algorithm.wire)\($0.kmsKeyID.map { " \($0)" } ?? "")" }
        setting("Object Lock", bucket.objectLock) { $0.enabled ? $0.defaultMode?.wire ?? "on" : "off" }
        setting("lifecycle", bucket.lifecycle) { $0.rules.count.counted("rule") }
        setting("EventBridge", bucket.notification) { $0.eventBridge ? "on" : "off" }
        setting("tags", bucket.tags) { tags in
            tags.isEmpty ? "none" : tags.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
        }
    }

    private mutating func setting<Value>(_ name: String, _ reading: Reading<Value>, _ words: (Value) -> String) {
        let label = Span("  \(name.padded(to: 13))", .label)
        let moment = Span("  \(reading.at.clock)", .faint)
        if let gap = reading.gap {
            add(label, Span("? \(gap)", .unknown), moment)
        } else {
            add(label, Span(reading.value.map(words) ?? "none"), moment)
        }
    }

    private mutating func addRecoveryPoints() {
        var points: [[Span]] = []
        for backup in picture.inventory.backup {
            for vault in backup.vaults.value ?? [] {
                for held in vault.resources.value ?? [] where held.resourceARN == arn {
                    let place = Span("  \(backup.region.name) \(vault.vault.name) ", .accent)
                    guard let point = held.newest.value else {
                        points.append([place, Span(held.newest.gap.map { "? \($0)" } ?? "none any more", .unknown)])
                        continue
                    }
                    points.append([
                        place,
                        Span("\(point.createdAt?.minute ?? "no date")  \(point.status?.wire.lowercased() ?? "")"),
                        Span(point.size.map { "  \($0.words)" } ?? "", .faint),
                        Span(vault.vault.locked == true ? "  locked" : "", .good),
                    ])
                }
            }
        }
        guard !points.isEmpty else { return }
        heading("Newest recovery point in each vault")
        lines += points
    }
}
