import AWSModel

/// One resource asked of one threat after another; what several threats ask of it is found once.
struct ResourceTrial {
    private let resource: AccountResource
    private let account: AccountView
    private let judge: VerdictJudge
    private let objective: Objective
    private var exposures: ResourceExposures

    init(_ resource: AccountResource, in account: AccountView, judge: VerdictJudge) {
        self.resource = resource
        self.account = account
        self.judge = judge
        objective = account.objective(of: resource)
        exposures = ResourceExposures(resource, in: account, objective: objective)
    }

    /// In the outage of its own region, without its findings.
    mutating func outage() -> ResourceAssessment {
        guard resource.region != nil else { return settled(homeless) }
        return settled(judged(exposures.outage(), in: .regionOutage))
    }

    /// In any threat but a region's outage, without its findings.
    mutating func assessment(in threat: Threat) -> ResourceAssessment {
        switch exposures.exposure(to: threat) {
        case .none(let why) where resource.isJudged:
            ResourceAssessment(
                arn: resource.arn, type: resource.type, name: resource.name, region: resource.region,
                verdict: .unaffected, paths: [], findings: [], reason: why)
        case .none: settled(judge.judge(resource, SurvivingPaths(), objective: objective))
        case .paths(let paths): settled(judged(paths, in: threat))
        }
    }

    private func judged(_ found: SurvivingPaths, in threat: Threat) -> ResourceAssessment {
        var found = found
        found.paths = account.drillProofs.applied(to: found.paths, of: resource, in: threat)
        return judge.judge(resource, found, objective: objective)
    }

    private func settled(_ assessment: ResourceAssessment) -> ResourceAssessment {
        var assessment = assessment
        objective.settleAcceptance(of: &assessment, now: account.now)
        account.price(&assessment, of: resource)
        return assessment
    }

    /// A resource whose region is unread cannot be called unaffected by any outage.
    private var homeless: ResourceAssessment {
        var verdict = Verdict.unknown
        var reason = "its region is not known: \(resource.regionGap ?? "not read")"
        if case .none(let why) = resource.evaluation { (verdict, reason) = (.notEvaluated, why) }
        return ResourceAssessment(
            arn: resource.arn, type: resource.type, name: resource.name, verdict: verdict, paths: [], findings: [],
            reason: reason)
    }
}
