package import AWSModel
package import Foundation

/// A backup plan with its versions and selections.
package struct SimulatedPlan: Hashable, Sendable {
    package struct Version: Hashable, Sendable {
        package var id: String
        /// The document as it was put, each rule with its `RuleId`; members unknown here are kept.
        package internal(set) var document: BackupJSON
        package var plan: BackupPlan
        package var createdAt: Date
    }

    package var id: String
    package var arn: String
    package var creatorRequestID: String?
    package var createdAt: Date
    package var deletedAt: Date?
    package var lastExecutedAt: Date?
    /// Newest last; never empty.
    package internal(set) var versions: [Version]
    package internal(set) var selections: [SimulatedSelection] = []
    /// The next run of each rule by its id, once the clock has run.
    var nextRuns: [String: Date] = [:]

    init(id: String, arn: String, creatorRequestID: String?, createdAt: Date, first: Version) {
        self.id = id
        self.arn = arn
        self.creatorRequestID = creatorRequestID
        self.createdAt = createdAt
        versions = [first]
    }

    package var name: String { current?.plan.name ?? "" }
    package var current: Version? { versions.last }
}

/// A selection of a plan.
package struct SimulatedSelection: Hashable, Sendable {
    package var id: String
    package internal(set) var document: BackupJSON
    package var selection: BackupSelection
    package var creatorRequestID: String?
    package var createdAt: Date
}
