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

/// What is done with one object.
enum ObjectVerdict: Hashable, Sendable {
    case change(ObjectChange)
    /// It needs nothing.
    case untouched
    /// Somebody wrote or deleted it after the change was intended: that is newer than what was confirmed.
    case leftAlone
}

/// Which objects a batch changes, decided from the versions of one key.
enum ObjectSelection: Hashable, Sendable {
    /// Markers that hide something now and were set since then; nil is whenever.
    case deleteMarkers(since: Date?)
    /// What was the latest version at a moment and is not now.
    case versions(asOf: Date)

    /// What a key needs.
    ///
    /// - Parameters:
    ///   - versions: all of the key, as `markers`, in any order.
    ///   - intent: when the change was intended, by this host's clock; nil where that is now.
    func verdict(versions: [ObjectVersion], markers: [DeleteMarker], intendedAt intent: Date?) -> ObjectVerdict {
        switch self {
        case .deleteMarkers(let since):
            guard let marker = markers.first(where: \.isLatest), !versions.isEmpty else { return .untouched }
            if let since, marker.lastModified.map({ $0 < since }) ?? true { return .untouched }
            return Self.isNewer(marker.lastModified, than: intent) ? .leftAlone : .change(.remove(marker))
        case .versions(let moment):
            let before = versions.filter { $0.lastModified.map { $0 <= moment } ?? false }
            guard let wanted = before.max(by: { Self.isOlder($0, $1) }), !wanted.isLatest else { return .untouched }
            // What was deleted by then was not there to be brought back.
            let marker = markers.compactMap(\.lastModified).filter { $0 <= moment }.max()
            if let marker, let written = wanted.lastModified, marker >= written { return .untouched }
            // A version like it that came later is the copy that an earlier attempt made.
            let latest = versions.first(where: \.isLatest)
            if let latest, latest.etag == wanted.etag, latest.size == wanted.size { return .untouched }
            let last = latest?.lastModified ?? markers.first(where: \.isLatest)?.lastModified
            return Self.isNewer(last, than: intent) ? .leftAlone : .change(.copy(wanted))
        }
    }

    private static func isNewer(_ date: Date?, than intent: Date?) -> Bool {
        guard let date, let intent else { return false }
        return date > intent
    }

    private static func isOlder(_ a: ObjectVersion, _ b: ObjectVersion) -> Bool {
        (a.lastModified ?? .distantPast) < (b.lastModified ?? .distantPast)
    }
}
