import AWSModel
import Canvas
import Foundation
import Posture

/// Cells that buckets and other resources have in common.
enum ResourceCells {
    /// The copy in another region that AWS Backup keeps, or why there is none.
    static func backupCopy(of resource: ResourceAssessment?, in judged: JudgedInventory) -> TableCell {
        guard let resource else { return TableCell("", .faint) }
        let paths = resource.paths.filter { $0.mechanism == .backupCopy }
        if let best = paths.first(where: \.suffices) ?? paths.first {
            let age = best.recoveryPoint.map { $0.basis == .measured ? " \($0.duration.short)" : "" } ?? ""
            if best.suffices { return TableCell("→ \(best.region.name)\(age)", .good) }
            return TableCell(
                "→ \(best.region.name)\(age) \(best.isUnread ? "?" : "!")", best.isUnread ? .unknown : .warning)
        }
        if let region = resource.region,
            let backup = judged.inventory.backup.first(where: { $0.region == region }), !backup.plans.isRead
        {
            return .unread
        }
        return absence(resource.findings)
    }

    /// What its own service does for it: a replica or copy elsewhere, or else the past that it keeps here.
    static func own(_ resource: ResourceAssessment, _ history: OwnHistory.State?, now: Date) -> TableCell {
        let paths = resource.paths.filter { $0.mechanism != .backupCopy }
        if let best = paths.first(where: \.suffices) ?? paths.first {
            if best.suffices { return TableCell("→ \(best.region.name)", .good) }
            return TableCell(
                "→ \(best.region.name) \(best.isUnread ? "?" : "!")", best.isUnread ? .unknown : .warning)
        }
        switch history {
        case .recovery(let days?): return TableCell("\(days) d, here only")
        case .recovery(nil): return TableCell("here only")
        case .snapshot(let start):
            return TableCell("\(Duration(from: start, to: now).short) ago, here")
        case OwnHistory.State.none?: return TableCell("none", .faint)
        case .unread, nil: return .unread
        }
    }

    private static func absence(_ findings: [String]) -> TableCell {
        if findings.contains("backup-type-not-opted-in") { return TableCell("not opted in", .warning) }
        if findings.contains("backup-copy-missing") { return TableCell("copy missing", .warning) }
        if findings.contains("backup-no-cross-region-copy") { return TableCell("this region only", .warning) }
        return TableCell("none", .faint)
    }
}
