import AWSModel
import Foundation

extension SimulatedBackup {
    func listTags(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let tags = try tags(call)
        // The page's rows are a map here, so the page is made of names and put together again.
        let names = tags.keys.sorted()
        let page = try page(names, call, member: "Tags") { .text($0) }
        let shown = page.body?["Tags"]?.asTexts ?? []
        return .members([
            "Tags": .map(tags.filter { shown.contains($0.key) }), "NextToken": page.body?["NextToken"],
        ])
    }

    mutating func tagResource(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        guard let new = call.body["Tags"]?.asMap else { throw .missingParameter("Tags") }
        let merged = try tags(call).merging(new) { _, new in new }
        guard merged.count <= 50 else { throw .limit("A resource has at most 50 tags.") }
        setTags(merged, call)
        return .empty
    }

    mutating func untagResource(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        guard let keys = call.body["TagKeyList"]?.asTexts else { throw .missingParameter("TagKeyList") }
        setTags(try tags(call).filter { !keys.contains($0.key) }, call)
        return .empty
    }

    private func tags(_ call: BackupCall) throws(BackupRefusal) -> [String: String] {
        let arn = call.label("resource")
        let state = state(call.region)
        if let vault = vault(arn: arn), vault.region == call.region { return vault.tags }
        if let point = state.vault(holding: arn)?.points[arn] { return point.tags }
        guard state.taggableARNs.contains(arn) else { throw .notFound("Resource \(arn) not found") }
        return state.tags[arn] ?? [:]
    }

    private mutating func setTags(_ tags: [String: String], _ call: BackupCall) {
        let arn = call.label("resource")
        if let vault = vault(arn: arn) {
            regions[vault.region]?.vaults[vault.name]?.tags = tags
        } else if let vault = state(call.region).vault(holding: arn) {
            regions[call.region]?.vaults[vault.name]?.points[arn]?.tags = tags
        } else {
            regions[call.region]?.tags[arn] = tags
        }
    }
}

extension BackupRegionState {
    /// ARNs of plans, restore testing plans, frameworks and legal holds.
    var taggableARNs: Set<String> {
        var arns = Set(plans.values.filter { $0.deletedAt == nil }.map(\.arn))
        arns.formUnion(testingPlans.values.map(\.arn))
        arns.formUnion(frameworks.map(\.arn))
        arns.formUnion(legalHolds.map(\.arn))
        return arns
    }
}
