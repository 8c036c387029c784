package import AWSModel
package import Foundation

/// How much of a resource comes back.
extension Draft {
    /// The keys, prefixes or paths that come back alone; empty is all.
    package var parts: [String] {
        for action in actions {
            switch action {
            case .startRestoreJob(_, _, _, let metadata):
                return RestoreMetadata.plain(RestoreMetadata(metadata)["ItemsToRestore"]).map(Rule.parts) ?? []
            case .removeDeleteMarkers(_, let prefix, _), .restoreVersions(_, let prefix, _):
                return prefix.isEmpty ? [] : [prefix]
            default: continue
            }
        }
        return []
    }

    /// The moment whose state comes back; nil where no moment was chosen.
    package var moment: Date? {
        for action in actions {
            switch action {
            case .startRestoreJob(_, _, _, let metadata):
                let values = RestoreMetadata(metadata)
                return (values["RestoreTime"] ?? values["restoreToTime"]).flatMap(Rule.moment)
            case .restoreDBInstanceToPointInTime(_, _, let time, _), .restoreDBClusterToPointInTime(_, _, let time, _),
                .restoreTableToPointInTime(_, _, let time):
                return time
            case .restoreVersions(_, _, let moment): return moment
            default: continue
            }
        }
        return nil
    }

    /// What is restored into and was there before: what lies in it proves nothing. Nil where the calls make it.
    package var existing: String? {
        for case .startRestoreJob(_, _, _, let metadata) in actions { return RestoreMetadata(metadata).existing }
        return nil
    }

    /// How much is to be there afterwards; nil where nobody knows, and where parts alone come back.
    package var expectedSize: ByteCount? {
        way.means == .restoreJob && parts.isEmpty ? way.point?.size : nil
    }
}
