package import AWSModel

/// Which resources a selection takes: `((Resources OR) UNION (ListOfTags OR)) INTERSECT (Conditions AND) MINUS
/// (NotResources OR)`, of the types the account has opted in to (2.5, 2.6).
package enum SelectionAlgebra {
    /// Whether a selection takes a resource of its own region and account; `settings` are nil when they were not read.
    package static func membership(
        of resource: SelectableResource, in selection: BackupSelection, settings: BackupRegionSettings?
    ) -> Membership {
        if resource.isRestoreTest { return .notSelected }

        let byPattern = (selection.resources ?? []).map { text in
            let pattern = ResourcePattern(text)
            return (taken: pattern.matches(resource.arn), overrides: pattern.overridesOptIn(of: resource.backupType))
        }
        let byTag = (selection.listOfTags ?? []).map { holds($0, resource.tags) }
        let explicit = Certainty.any(byPattern.filter(\.overrides).map(\.taken))
        var general = Certainty.any(byPattern.filter { !$0.overrides }.map(\.taken) + byTag)
        // Without Resources and ListOfTags the base is everything.
        if byPattern.isEmpty && byTag.isEmpty { general = .yes }

        let filters = filters(of: selection, for: resource)
        let optedIn = optIn(resource.backupType, settings)
        switch Certainty.all([.any([explicit, .all([general, optedIn])])] + filters) {
        case .yes:
            return .selected
        case .unknown(let reason):
            return .unknown(reason)
        case .no:
            let named = Certainty.all([.any([explicit, general])] + filters)
            return optedIn == .no && named == .yes ? .notOptedIn : .notSelected
        }
    }

    /// What has to hold besides the base: every condition, and no pattern of `NotResources`.
    private static func filters(of selection: BackupSelection, for resource: SelectableResource) -> [Certainty] {
        let conditions = selection.conditions
        let tags = resource.tags
        var filters = (selection.notResources ?? []).map { !ResourcePattern($0).matches(resource.arn) }
        filters += (conditions?.stringEquals ?? []).map { holds($0, tags) { $0 == $1 } }
        filters += (conditions?.stringNotEquals ?? []).map { !holds($0, tags) { $0 == $1 } }
        filters += (conditions?.stringLike ?? []).map { holds($0, tags, Wildcard.matches) }
        filters += (conditions?.stringNotLike ?? []).map { !holds($0, tags, Wildcard.matches) }
        return filters
    }

    /// A member of `ListOfTags`.
    private static func holds(_ condition: TagCondition, _ tags: [Tag]?) -> Certainty {
        guard condition.type == "STRINGEQUALS" else {
            return .unknown("the condition type \(condition.type) is not known")
        }
        guard let tags else { return .unknown(tagsNotRead) }
        return Certainty(tags.contains { $0.key == condition.key && $0.value == condition.value })
    }

    /// Whether the tag that a condition names is there with a matching value; a missing tag matches nothing, so that the
    /// negated conditions hold for it.
    private static func holds(
        _ condition: SelectionCondition, _ tags: [Tag]?, _ matches: (_ pattern: String, _ value: String) -> Bool
    ) -> Certainty {
        let prefix = "aws:ResourceTag/"
        guard let name = condition.key, name.hasPrefix(prefix), let pattern = condition.value else {
            return .unknown("the condition on \(condition.key ?? "no key") is not understood")
        }
        guard let tags else { return .unknown(tagsNotRead) }
        let key = name.dropFirst(prefix.count)
        return Certainty(tags.contains { $0.key == key && matches(pattern, $0.value) })
    }

    private static func optIn(_ type: String, _ settings: BackupRegionSettings?) -> Certainty {
        guard let settings else { return .unknown("the opt-in settings were not read") }
        guard let preference = settings.optIn[type] else {
            return .unknown("the opt-in settings do not tell about \(type)")
        }
        return Certainty(preference)
    }

    private static let tagsNotRead = "the tags were not read"
}
