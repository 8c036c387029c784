import AWSModel
import Canvas

/// How a job stands: a glyph, a word and a colour.
struct JobState: Hashable, Sendable {
    let text: String
    let role: Role

    init(_ text: String, _ role: Role) {
        self.text = text
        self.role = role
    }
}

extension BackupJob {
    var jobState: JobState {
        switch state {
        case .known(.completed):
            statusMessage == nil || messageCategory == "SUCCESS"
                ? JobState("✓ completed", .good) : JobState("! with issues", .warning)
        case .known(.partial): JobState("! partial", .warning)
        case .known(.failed): JobState("✗ failed", .bad)
        case .known(.expired): JobState("✗ expired", .bad)
        case .known(.aborted), .known(.aborting): JobState("✗ aborted", .bad)
        case .known(.created), .known(.pending): JobState("○ pending", .accent)
        case .known(.running): JobState("▸ \(percentDone.map { "\($0) %" } ?? "running")", .accent)
        case .other(let text): JobState("? \(text.lowercased())", .unknown)
        case nil: JobState("? not told", .unknown)
        }
    }
}

extension CopyJob {
    var jobState: JobState {
        switch state {
        case .known(.completed): JobState("✓ completed", .good)
        case .known(.partial): JobState("! partial", .warning)
        case .known(.failed): JobState("✗ failed", .bad)
        case .known(.created): JobState("○ created", .accent)
        case .known(.running): JobState("▸ running", .accent)
        case .other(let text): JobState("? \(text.lowercased())", .unknown)
        case nil: JobState("? not told", .unknown)
        }
    }
}

/// Names of resources for narrow columns.
enum ResourceName {
    /// The last part of an ARN, "orders" of "arn:aws:dynamodb:…:table/orders".
    static func short(_ arn: String) -> String {
        let tail = arn.split(separator: ":", maxSplits: 5).last.map(String.init) ?? arn
        return tail.split(whereSeparator: { $0 == "/" || $0 == ":" }).last.map(String.init) ?? tail
    }
}
