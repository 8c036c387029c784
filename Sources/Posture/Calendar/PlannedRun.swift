package import AWSModel
package import Foundation

/// One run of a rule of a backup plan, as it should be and as it was.
package struct PlannedRun: Hashable, Sendable {
    /// What became of it. A run whose jobs were not read is never called missed.
    package enum Outcome: Hashable, Sendable {
        /// Its time has not come, or its start window is still open and no job was seen.
        case planned
        case running
        case completed(jobs: Int)
        /// Some of its jobs ended well, or all of them with something left out.
        case partial(failed: Int, jobs: Int)
        case failed(jobs: Int)
        /// Its start window is over and it made no job, though the jobs of that time were read.
        case missed
        /// The jobs of that time were not read.
        case unread
        /// The plan selects nothing.
        case idle
    }

    /// When its rule starts it, UTC.
    package var moment: Date
    package var plan: String
    package var planID: String
    package var rule: String
    package var region: Region
    /// IANA name of the zone the rule is written in.
    package var zone: String
    /// Until when its jobs may begin, UTC (2.1).
    package var startBy: Date
    package var outcome: Outcome
    /// What AWS said of the first job that went wrong.
    package var message: String?

    /// No completed recovery point came of it, and nobody can say it will.
    package var isGap: Bool {
        switch outcome {
        case .missed, .failed: true
        case .planned, .running, .completed, .partial, .unread, .idle: false
        }
    }
}
