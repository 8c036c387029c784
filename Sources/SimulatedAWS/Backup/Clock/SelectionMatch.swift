import AWSModel

/// Whether a plan's selection takes a resource (2.5, 2.6).
struct SelectionMatch {
    let selection: BackupSelection
    /// Opt-in by type.
    let optIn: [String: Bool]

    func takes(_ resource: SimulatedResource) -> Bool {
        guard !isRestoreTest(resource), isInBase(resource), conditionsHold(resource) else { return false }
        return !(selection.notResources ?? []).contains { Self.matches($0, resource.arn) }
    }

    private func isInBase(_ resource: SimulatedResource) -> Bool {
        let patterns = (selection.resources ?? []).filter { Self.matches($0, resource.arn) }
        if patterns.contains(where: { overridesOptIn($0, resource.type) }) { return true }
        let tags = selection.listOfTags ?? []
        let takesAll = (selection.resources ?? []).isEmpty && tags.isEmpty
        let tagged = tags.contains { resource.tags[$0.key] == $0.value }
        return (takesAll || tagged || !patterns.isEmpty) && optIn[resource.type] == true
    }

    /// An ARN, or a pattern of a type, takes a resource whose type is not opted in; Aurora's patterns do not (2.6).
    private func overridesOptIn(_ pattern: String, _ type: String) -> Bool {
        guard pattern.contains("*") else { return true }
        let isTypePattern = pattern.split(separator: ":", omittingEmptySubsequences: false).count >= 6
        return isTypePattern && type != "Aurora"
    }

    private func conditionsHold(_ resource: SimulatedResource) -> Bool {
        guard let conditions = selection.conditions else { return true }
        func tag(_ condition: SelectionCondition) -> String? {
            let key = condition.key ?? ""
            let prefix = "aws:ResourceTag/"
            return resource.tags[key.hasPrefix(prefix) ? String(key.dropFirst(prefix.count)) : key]
        }
        func like(_ condition: SelectionCondition) -> Bool {
            tag(condition).map { Self.matches(condition.value ?? "", $0) } ?? false
        }
        return (conditions.stringEquals ?? []).allSatisfy { tag($0) == ($0.value ?? "") }
            && (conditions.stringNotEquals ?? []).allSatisfy { tag($0) != ($0.value ?? "") }
            && (conditions.stringLike ?? []).allSatisfy { like($0) }
            && (conditions.stringNotLike ?? []).allSatisfy { !like($0) }
    }

    private func isRestoreTest(_ resource: SimulatedResource) -> Bool {
        resource.tags["awsbackup-restore-test"] != nil || (resource.name ?? "").hasPrefix("awsbackup-restore-test")
    }

    /// `*` stands for any text, `/` and `:` included; case counts.
    static func matches(_ pattern: String, _ text: String) -> Bool {
        guard pattern.contains("*") else { return pattern == text }
        let parts = pattern.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
        guard let first = parts.first, let last = parts.last, text.hasPrefix(first) else { return false }
        var rest = text.dropFirst(first.count)
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let found = rest.firstRange(of: part) else { return false }
            rest = rest[found.upperBound...]
        }
        return rest.hasSuffix(last)
    }
}
