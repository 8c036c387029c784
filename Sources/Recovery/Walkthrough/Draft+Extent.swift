package import AWSModel

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
