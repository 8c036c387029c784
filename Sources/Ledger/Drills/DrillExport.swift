package import Foundation

/// All drills and what is due, for an auditor's programs: `lifeboat.drills/1`; keys are added, never renamed, and left
/// out where nothing is known.
package struct DrillExport: Encodable {
    package static let schema = "lifeboat.drills/1"

    private struct Entry: Encodable {
        let id: Int64
        let corrects: Int64?
        let correctedBy: [Int64]
        let recordedAt: Date
        let proves: Bool
        let drill: Drill

        enum CodingKeys: CodingKey { case id, corrects, correctedBy, recordedAt, proves }

        /// The drill's own keys beside those of its record.
        func encode(to encoder: any Encoder) throws {
            try drill.encode(to: encoder)
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(id, forKey: .id)
            try container.encode(corrects, forKey: .corrects)
            try container.encode(correctedBy, forKey: .correctedBy)
            try container.encode(recordedAt, forKey: .recordedAt)
            try container.encode(proves, forKey: .proves)
        }
    }

    private struct DueEntry: Encodable {
        let resource: String
        let resourceType: String
        let lastDrill: Int64?
        let dueAt: Date?
        let isDue: Bool
    }

    private let schema = Self.schema
    private let generatedAt: Date
    private let drills: [Entry]
    private let due: [DueEntry]

    package init(_ drills: [RecordedDrill], due: [DrillSchedule.Due], now: Date) {
        let corrections = Dictionary(grouping: drills.filter { $0.corrects != nil }, by: { $0.corrects ?? 0 })
        generatedAt = now
        self.drills = drills.map { recorded in
            Entry(
                id: recorded.id, corrects: recorded.corrects, correctedBy: (corrections[recorded.id] ?? []).map(\.id),
                recordedAt: recorded.recordedAt, proves: recorded.drill.proves, drill: recorded.drill)
        }
        self.due = due.map { due in
            DueEntry(
                resource: due.resource.arn, resourceType: due.resource.type, lastDrill: due.last?.id, dueAt: due.dueAt,
                isDue: due.isDue(at: now))
        }
    }

    /// - Throws: Never for what a ledger holds.
    package func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
}
