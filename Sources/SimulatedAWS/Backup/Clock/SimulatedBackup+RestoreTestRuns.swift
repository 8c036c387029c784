import AWSModel
import Foundation

extension SimulatedBackup {
    /// Starts the restores of one run of a restore testing plan (2.17).
    mutating func runRestoreTest(_ name: String, in region: Region, at now: Date, world: any SimulatedWorld) {
        guard let plan = regions[region]?.testingPlans[name] else { return }
        regions[region]?.testingPlans[name]?.nextRun = plan.nextRun(after: now)
        regions[region]?.testingPlans[name]?.lastExecutedAt = now
        let chosen = RestoreTestChoice(plan.document["RecoveryPointSelection"] ?? .object([:]), at: now)
        for selection in plan.selections.values.sorted(by: { $0.name < $1.name }) {
            var newest: [String: (vault: SimulatedVault, point: SimulatedRecoveryPoint)] = [:]
            for vault in state(region).vaults.values where chosen.takes(vaultARN(vault.name, in: region)) {
                for point in vault.points.values where chosen.takes(point) && selection.takes(point) {
                    if let known = newest[point.resourceARN], known.point.createdAt >= point.createdAt { continue }
                    newest[point.resourceARN] = (vault, point)
                }
            }
            for (vault, point) in newest.values.sorted(by: { $0.point.resourceARN < $1.point.resourceARN }) {
                let metadata = inferredMetadata(of: point).merging(selection.metadataOverrides) { _, new in new }
                _ = restore(
                    point, in: vault, metadata: metadata, roleARN: selection.roleARN, testingPlanARN: plan.arn,
                    validationHours: selection.validationWindowHours, at: now, world: world)
            }
        }
    }

    /// What restore testing would restore a recovery point with, to a resource of its own.
    func inferredMetadata(of point: SimulatedRecoveryPoint) -> [String: String] {
        let name = "awsbackup-restore-test-\(point.resourceName ?? "resource")"
        var metadata = point.restoreMetadata
        switch point.resourceType {
        case "S3": metadata.merge(["DestinationBucketName": name, "NewBucket": "true"]) { _, new in new }
        case "DynamoDB": metadata["targetTableName"] = name
        case "RDS": metadata["DBInstanceIdentifier"] = name
        case "Aurora", "DocumentDB", "Neptune": metadata["dbClusterIdentifier"] = name
        case "EBS":
            let zone = ARN(point.arn)?.region.map { $0.name + "a" } ?? ""
            metadata.merge(["availabilityZone": zone]) { known, _ in known }
        case "EFS": metadata.merge(["newFileSystem": "true", "file-system-id": ""]) { known, _ in known }
        default: break
        }
        return metadata
    }
}

/// Which recovery points a restore testing plan chooses from.
private struct RestoreTestChoice {
    private let included: [String]
    private let excluded: [String]
    private let types: [String]
    private let since: Date

    init(_ selection: BackupJSON, at now: Date) {
        included = selection["IncludeVaults"]?.asTexts ?? ["*"]
        excluded = selection["ExcludeVaults"]?.asTexts ?? []
        types = selection["RecoveryPointTypes"]?.asTexts ?? ["SNAPSHOT", "CONTINUOUS"]
        since = now.addingTimeInterval(-Double(selection["SelectionWindowDays"]?.asInteger ?? 30) * 86400)
    }

    func takes(_ vaultARN: String) -> Bool {
        included.contains { SelectionMatch.matches($0, vaultARN) }
            && !excluded.contains { SelectionMatch.matches($0, vaultARN) }
    }

    func takes(_ point: SimulatedRecoveryPoint) -> Bool {
        types.contains(point.isContinuous ? "CONTINUOUS" : "SNAPSHOT")
            && (point.isContinuous || point.createdAt >= since)
            && [.known(.completed), .known(.available)].contains(point.status)
    }
}

extension SimulatedRestoreTestingSelection {
    var metadataOverrides: [String: String] { document["RestoreMetadataOverrides"]?.asMap ?? [:] }

    /// By type and ARN, or by tags; `*` and no ARNs stand for all.
    func takes(_ point: SimulatedRecoveryPoint) -> Bool {
        guard point.resourceType == resourceType else { return false }
        guard resourceARNs.isEmpty || resourceARNs.contains("*") || resourceARNs.contains(point.resourceARN) else {
            return false
        }
        func conditions(_ name: String) -> [(key: String, value: String)] {
            (document["ProtectedResourceConditions"]?[name]?.asList ?? []).map {
                (key: $0["Key"]?.asText ?? "", value: $0["Value"]?.asText ?? "")
            }
        }
        func tag(_ key: String) -> String? {
            point.tags[key.hasPrefix("aws:ResourceTag/") ? String(key.dropFirst("aws:ResourceTag/".count)) : key]
        }
        return conditions("StringEquals").allSatisfy { tag($0.key) == $0.value }
            && conditions("StringNotEquals").allSatisfy { tag($0.key) != $0.value }
    }
}
