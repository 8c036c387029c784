import AWSModel

/// A selection made ready to be asked of many resources: of its up to 500 plain ARNs (2.5) only the resource's own
/// can match, so that the others are not tried one by one.
struct ReadySelection: Sendable {
    /// The selection with its wildcards alone.
    private let general: BackupSelection
    private let named: Set<String>
    private let excluded: Set<String>
    /// Whether nothing but a named ARN or a wildcard can be selected.
    private let isBounded: Bool
    let roleARN: String

    init(_ selection: BackupSelection) {
        roleARN = selection.roleARN
        let resources = selection.resources ?? []
        let notResources = selection.notResources ?? []
        named = Set(resources.filter { !$0.contains("*") })
        excluded = Set(notResources.filter { !$0.contains("*") })
        isBounded = !resources.isEmpty && (selection.listOfTags ?? []).isEmpty
        var general = selection
        general.resources = resources.filter { $0.contains("*") }
        general.notResources = notResources.filter { $0.contains("*") }
        self.general = general
    }

    func membership(of resource: SelectableResource, settings: BackupRegionSettings?) -> Membership {
        if excluded.contains(resource.arn) { return .notSelected }
        var selection = general
        if named.contains(resource.arn) { selection.resources?.append(resource.arn) }
        // An empty base would mean everything.
        if isBounded, selection.resources?.isEmpty ?? true { return .notSelected }
        return SelectionAlgebra.membership(of: resource, in: selection, settings: settings)
    }
}
