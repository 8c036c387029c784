package import Foundation

/// When each resource is to be drilled next: once a quarter.
package enum DrillSchedule {
    /// As long as a drill proves a way back (design, section 3).
    package static let days = 90

    package struct Resource: Hashable, Sendable {
        package var arn: String
        package var type: String

        package init(arn: String, type: String) {
            self.arn = arn
            self.type = type
        }
    }

    package struct Due: Hashable, Sendable {
        package var resource: Resource
        /// The last one that proves a way back.
        package var last: RecordedDrill?
        /// Nil for what was never drilled with success: now.
        package var dueAt: Date?

        package func isDue(at now: Date) -> Bool { dueAt.map { $0 <= now } ?? true }
    }

    /// Of the resources, and of what was drilled besides them: first what was never drilled, then by date.
    ///
    /// Drills that another one corrects, or that lie in the future, do not count.
    package static func due(_ drills: [RecordedDrill], resources: [Resource], now: Date) -> [Due] {
        var last: [String: RecordedDrill] = [:]
        var known = Dictionary(resources.map { ($0.arn, $0) }, uniquingKeysWith: { first, _ in first })
        for recorded in drills.standing {
            let drill = recorded.drill
            if known[drill.resource] == nil {
                known[drill.resource] = Resource(arn: drill.resource, type: drill.resourceType)
            }
            guard drill.proves, drill.drilledAt <= now else { continue }
            if let other = last[drill.resource], other.drill.drilledAt >= drill.drilledAt { continue }
            last[drill.resource] = recorded
        }
        return known.values.map { resource in
            let proof = last[resource.arn]
            return Due(
                resource: resource, last: proof,
                dueAt: proof?.drill.provesUntil)
        }.sorted { a, b in
            (a.dueAt ?? .distantPast, a.resource.arn) < (b.dueAt ?? .distantPast, b.resource.arn)
        }
    }
}
