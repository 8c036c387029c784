/// The plan and rule that made a job or a recovery point.
package struct SimulatedJobOrigin: Hashable, Sendable {
    package var planID: String
    package var planARN: String
    package var planName: String
    package var planVersion: String
    package var ruleID: String
    package var ruleName: String
    package var schedule: String
    package var timezone: String

    package init(
        planID: String, planARN: String, planName: String, planVersion: String, ruleID: String, ruleName: String,
        schedule: String, timezone: String
    ) {
        self.planID = planID
        self.planARN = planARN
        self.planName = planName
        self.planVersion = planVersion
        self.ruleID = ruleID
        self.ruleName = ruleName
        self.schedule = schedule
        self.timezone = timezone
    }
}
