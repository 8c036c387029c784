package import Foundation

/// A table's point-in-time recovery; AWS's other word, `ContinuousBackupsStatus`, is ENABLED for every table and no evidence (3.4).
package struct PointInTimeRecovery: Hashable, Sendable, Codable {
    package enum Status: String, Hashable, Sendable { case enabled = "ENABLED", disabled = "DISABLED" }

    package var status: Open<Status>
    package var periodDays: Int?
    package var earliest: Date?
    package var latest: Date?

    private enum CodingKeys: String, CodingKey {
        case status = "PointInTimeRecoveryStatus", periodDays = "RecoveryPeriodInDays", earliest =
            "EarliestRestorableDateTime", latest = "LatestRestorableDateTime"
    }

    package init(
        status: Open<Status>, periodDays: Int? = nil, earliest: Date? = nil, latest: Date? = nil
    ) {
        self.status = status
        self.periodDays = periodDays
        self.earliest = earliest
        self.latest = latest
    }
}
