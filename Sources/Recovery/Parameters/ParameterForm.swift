import AWSModel
import Foundation

/// Asks the parameters of one way, with defaults from what the recovery point was made of.
struct ParameterForm {
    let way: RecoveryWay
    let resource: AffectedResource
    let incident: Incident
    var metadata: RestoreMetadata
    /// What the default role of a restore is called where the recovery point does not tell one.
    let account: AccountID?
    var names: [String: String] = [:]
    var notes: [String] = []

    /// Whether ids of the resource's own region mean nothing where it is restored (2.16).
    var isElsewhere: Bool { resource.region != way.region }

    /// A default from the metadata; one that names something of another region is dropped, with a word about it.
    func initial(_ name: String, isRegional: Bool = false) -> (value: String?, note: String?) {
        guard let value = RestoreMetadata.plain(metadata[name]), !value.isEmpty else { return (nil, nil) }
        let isForeign = ARN(value)?.region.map { $0 != way.region } ?? (isRegional && isElsewhere)
        guard isForeign else { return (value, nil) }
        let home = resource.region?.name ?? "another region"
        return (nil, "\(value) is of \(home) and means nothing in \(way.region)")
    }

    /// Leaves out of the metadata what belongs to the resource's own region and nobody was asked for, with a word for
    /// each.
    mutating func leaveOutForeign() {
        guard isElsewhere else { return }
        let home = resource.region?.name ?? "another region"
        notes += metadata.drop(whatBelongsTo: resource.region, not: way.region).map { name, value in
            "\(name) \(RestoreMetadata.plain(value) ?? value) is of \(home) and left out: \(way.region) takes its "
                + "default; change it after the restore where it has to be another."
        }
    }

    /// The moment that is restored: for what holds more than one.
    var window: (from: Date?, to: Date?) {
        (way.details["earliest"].flatMap(Rule.moment), way.details["latest"].flatMap(Rule.moment))
    }
}

extension Script {
    /// - Parameter needs: names of other questions that it depends on, besides the path.
    mutating func text(
        _ name: String, _ title: String, _ meaning: String, _ rule: Rule,
        initial: (value: String?, note: String?) = (nil, nil), suggestions: [Question.Choice] = [],
        step: Step = .parameters, needs: [String] = []
    ) throws(Stop) -> String {
        var value = initial.value
        if value == nil, case .optional = rule { value = "" }
        if let given = value, rule.fault(of: given) != nil { value = nil }
        return try ask(
            Question(
                name, step, title, meaning, .text(rule, suggestions: suggestions), initial: value, note: initial.note,
                dependsOn: ["way"] + needs))
    }

    mutating func choose(
        _ name: String, _ title: String, _ meaning: String, _ choices: [Question.Choice], initial: String? = nil,
        note: String? = nil, step: Step = .parameters, needs: [String] = []
    ) throws(Stop) -> String {
        try ask(
            Question(
                name, step, title, meaning, .choice(choices),
                initial: initial.flatMap { value in choices.contains { $0.value == value } ? value : nil }, note: note,
                dependsOn: ["way"] + needs))
    }

    mutating func yesNo(
        _ name: String, _ title: String, _ meaning: String, initial: Bool, needs: [String] = []
    ) throws(Stop) -> Bool {
        try ask(
            Question(
                name, .parameters, title, meaning, .yesNo, initial: initial ? "yes" : "no",
                dependsOn: ["way"] + needs)) == "yes"
    }

    /// A key of the target's region, or none.
    mutating func key(
        _ form: inout ParameterForm, _ metadataName: String, _ meaning: String, isRequired: Bool = false,
        needs: [String] = []
    ) throws(Stop) -> String {
        let rule = Rule.arn(service: "kms")
        let key = try text(
            "key", "KMS key", meaning, isRequired ? rule : .optional(rule),
            initial: form.initial(metadataName, isRegional: true), suggestions: suggestions(.keys, in: form.way.region),
            needs: needs)
        form.names["key"] = key.isEmpty ? nil : key
        return key
    }

    /// The role that AWS Backup takes for the restore.
    mutating func role(_ form: inout ParameterForm) throws(Stop) -> String {
        let owner = form.account ?? ARN(form.way.target)?.account ?? ARN(form.resource.arn)?.account
        let partition = ARN(form.resource.arn)?.partition ?? "aws"
        let usual = owner.map {
            ARN(
                partition: partition, service: "iam", account: $0,
                resource: "role/service-role/AWSBackupDefaultServiceRole"
            ).text
        }
        let role = try text(
            "role", "Role", "AWS Backup restores with it; S3 needs AWSBackupServiceRolePolicyForS3Restore besides.",
            .arn(service: "iam"), initial: (form.way.point?.role ?? usual, nil),
            suggestions: suggestions(.roles, in: form.way.region))
        form.names["role"] = role
        return role
    }

    /// A moment within what is kept, or the latest; after a mistake always one, and none after the last good one.
    mutating func moment(_ form: ParameterForm, _ meaning: String) throws(Stop) -> Date? {
        let window = form.window
        if let lastGood = form.incident.lastGood {
            let latest = window.to.map { min($0, lastGood) } ?? lastGood
            let note = latest < lastGood ? "What is kept ends at \(latest.formatted(.iso8601))." : nil
            let text = try text(
                "restore-time", "Point in time",
                "The state of that moment comes back: the last good one at the latest.",
                .moment(from: window.from, to: latest), initial: (latest.formatted(.iso8601), note),
                needs: [Self.lastGood])
            return Rule.moment(text)
        }
        let text = try text(
            "restore-time", "Point in time", meaning, .optional(.moment(from: window.from, to: window.to)))
        return Rule.moment(text)
    }
}
