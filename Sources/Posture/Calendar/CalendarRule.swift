package import AWSModel
package import Foundation

/// One rule of a plan whose schedule is understood.
package struct CalendarRule: Hashable, Sendable {
    package let region: Region
    package let planID: String
    package let planName: String
    package let ruleID: String?
    package let name: String
    /// The zone in which the rule's schedule is written.
    package let timeZone: TimeZone
    /// The vault's name.
    package let vault: String
    /// Seconds from a run to the latest start of its jobs.
    package let startWindow: TimeInterval
    /// Seconds from a run to the latest end of its jobs; nil is without end.
    package let completionWindow: TimeInterval?
    /// Days; nil keeps for ever.
    package let retentionDays: Int?
    /// Whether another rule stands in for it only where that one is continuous as well (2.4).
    let isContinuous: Bool
    /// Nil where the selections were not read.
    let selectsNothing: Bool?
    /// The days that copies are kept, by the destination vault's ARN; nil keeps for ever.
    let copies: [String: Int?]

    init(_ rule: BackupRule, of plan: PlanContents, in region: Region, timeZone: TimeZone) {
        self.region = region
        planID = plan.id
        planName = plan.name
        ruleID = rule.ruleID
        name = rule.name
        self.timeZone = timeZone
        vault = rule.targetVault
        startWindow = Self.seconds(rule.effectiveStartWindowMinutes)
        completionWindow = rule.completionWindowMinutes.map(Self.seconds)
        // What is deleted after its copy lives shorter than the days say (2.2).
        retentionDays = rule.lifecycle?.deletionDays
        isContinuous = rule.enableContinuousBackup == true
        selectsNothing = plan.selections.value?.isEmpty
        copies = Dictionary(
            (rule.copyActions ?? []).map {
                // A copy without a lifecycle, or with -1, keeps its source's expiry (2.2).
                ($0.destinationVaultARN, $0.lifecycle?.deletionDays ?? rule.lifecycle?.deletionDays)
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Documents may hold any number of minutes; a window longer than a month meets everything anyway.
    private static func seconds(_ minutes: Int) -> TimeInterval { Double(min(max(0, minutes), 31 * 1440)) * 60 }

    /// "webshop-daily/daily"
    package var label: String { "\(planName)/\(name)" }
}
