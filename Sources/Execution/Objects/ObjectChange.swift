import AWSModel
import Foundation
import Recovery

/// What brings one object back; a bucket that was looked at again gives only what is still to be done.
enum ObjectChange: Hashable, Sendable {
    case remove(DeleteMarker)
    case copy(ObjectVersion)

    var key: String {
        switch self {
        case .remove(let marker): marker.key
        case .copy(let version): version.key
        }
    }
}

/// Which objects a batch changes, decided from the versions of one key.
enum ObjectSelection: Hashable, Sendable {
    /// Markers that hide something now and were set since then; nil is whenever.
    case deleteMarkers(since: Date?)
    /// What was the latest version at a moment and is not now.
    case versions(asOf: Date)

    /// The change that a key needs; nil when it needs none.
    ///
    /// - Parameters: all versions and delete markers of the key, in any order.
    func change(versions: [ObjectVersion], markers: [DeleteMarker]) -> ObjectChange? {
        switch self {
        case .deleteMarkers(let since):
            guard let marker = markers.first(where: \.isLatest), !versions.isEmpty else { return nil }
            if let since, marker.lastModified.map({ $0 < since }) ?? true { return nil }
            return .remove(marker)
        case .versions(let moment):
            let before = versions.filter { $0.lastModified.map { $0 <= moment } ?? false }
            guard let wanted = before.max(by: { Self.isOlder($0, $1) }), !wanted.isLatest else { return nil }
            // What was deleted by then was not there to be brought back.
            let marker = markers.compactMap(\.lastModified).filter { $0 <= moment }.max()
            if let marker, let written = wanted.lastModified, marker >= written { return nil }
            // A version like it that came later is the copy that an earlier attempt made.
            let isBack = versions.contains { $0.isLatest && $0.etag == wanted.etag && $0.size == wanted.size }
            return isBack ? nil : .copy(wanted)
        }
    }

    private static func isOlder(_ a: ObjectVersion, _ b: ObjectVersion) -> Bool {
        (a.lastModified ?? .distantPast) < (b.lastModified ?? .distantPast)
    }
}
