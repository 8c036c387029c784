import AWSModel
import Foundation
import Posture
import Recovery

/// Tells a walkthrough what AWS would: from the inventory, and the same every time.
struct WalkHost: Sendable {
    /// Told once, and then left open.
    var progress: RecoveryProgress? = RecoveryProgress(
        .running, percent: 40, messages: ["✓ backup:StartRestoreJob accepted: 8b9e40be", "RUNNING, 40 %, for 3 min"])
    var failure: ReadFailure?
    private var told: Set<Need> = []

    mutating func fact(for need: Need, of walkthrough: Walkthrough, _ inventory: Inventory) -> Fact? {
        if let known = Briefing(inventory, now: inventory.takenAt).fact(for: need) { return known }
        switch need {
        case .metadata: return failure.map { .failure($0) } ?? .metadata(["encryptionType": "original"])
        case .listing(.buckets, let region):
            let buckets = inventory.buckets.filter { $0.region.value == region }
            return .listing(buckets.map { Question.Choice($0.name, $0.name) })
        case .listing: return .listing([])
        case .preflight:
            return .checks([
                PreflightCheck(name: "role exists", result: .passed, detail: "northlight-backup"),
                PreflightCheck(
                    name: "vault is available", result: .warning, detail: "its lock is in its grace time",
                    advice: "Until then whoever may manage the vault can remove it."),
                PreflightCheck(
                    name: "role has the permissions", result: .unknown, detail: "iam:SimulatePrincipalPolicy: denied"),
            ])
        case .token: return .token("8dc0760c-9092-4acc-be13-286380129261")
        case .progress:
            guard told.insert(need).inserted || progress?.state != .running else { return nil }
            return progress.map { .progress($0) }
        case .verification:
            return .verification([
                PreflightCheck(name: "bucket exists", result: .passed, detail: "terraform-state-dr"),
                PreflightCheck(name: "objects can be read", result: .passed, detail: "20 of 20"),
            ])
        case .regions, .resources, .ways, .points, .routes: return nil
        }
    }
}
