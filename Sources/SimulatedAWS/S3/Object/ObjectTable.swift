import Foundation

/// The objects of a bucket: keys in the order of their UTF-8 bytes, as S3 lists them, versions newest first.
package struct ObjectTable: Sendable {
    package private(set) var keys: [String] = []
    private var versionsByKey: [String: [ObjectVersion]] = [:]

    /// Versions that were removed for good, and when: a backup still has them.
    private(set) var removed: [(key: String, version: ObjectVersion, at: Date)] = []

    package init() {}

    package var isEmpty: Bool { keys.isEmpty }

    /// All versions together.
    package var byteCount: Int64 {
        versionsByKey.values.reduce(0) { sum, versions in versions.reduce(sum) { $0 + $1.content.count } }
    }

    package func versions(of key: String) -> [ObjectVersion] { versionsByKey[key] ?? [] }

    /// The newest version, unless it is a delete marker.
    package func current(_ key: String) -> ObjectVersion? {
        guard let newest = versionsByKey[key]?.first, !newest.isDeleteMarker else { return nil }
        return newest
    }

    package func version(_ versionID: String, of key: String) -> ObjectVersion? {
        versionsByKey[key]?.first { $0.versionID == versionID }
    }

    /// Adds a version by its time; one with the same identifier is replaced.
    mutating func insert(_ version: ObjectVersion, at key: String) {
        if versionsByKey[key] == nil { keys.insert(key, at: lowerBound(key)) }
        var versions = versionsByKey.removeValue(forKey: key) ?? []
        versions.removeAll { $0.versionID == version.versionID }
        let index = versions.firstIndex { $0.lastModified <= version.lastModified } ?? versions.endIndex
        versions.insert(version, at: index)
        versionsByKey[key] = versions
    }

    mutating func update(_ versionID: String, of key: String, _ change: (inout ObjectVersion) -> Void) {
        guard let index = versionsByKey[key]?.firstIndex(where: { $0.versionID == versionID }) else { return }
        change(&versionsByKey[key, default: []][index])
    }

    mutating func remove(_ versionID: String, of key: String, at moment: Date) {
        guard let index = versionsByKey[key]?.firstIndex(where: { $0.versionID == versionID }) else { return }
        if let version = versionsByKey[key]?.remove(at: index) { removed.append((key, version, moment)) }
        if versionsByKey[key]?.isEmpty == true {
            versionsByKey[key] = nil
            keys.remove(at: lowerBound(key))
        }
    }

    /// Removes everything, as the end of its bucket does.
    mutating func removeAll(at moment: Date) {
        for (key, versions) in versionsByKey { removed += versions.map { (key, $0, moment) } }
        keys = []
        versionsByKey = [:]
    }

    /// The objects that could be read at a moment, in the order of their keys.
    func objects(at moment: Date) -> [(key: String, version: ObjectVersion)] {
        var newest: [String: ObjectVersion] = [:]
        func offer(_ version: ObjectVersion, _ key: String) {
            guard version.lastModified <= moment else { return }
            if let known = newest[key], known.lastModified > version.lastModified { return }
            newest[key] = version
        }
        for (key, version, at) in removed where at > moment { offer(version, key) }
        for (key, versions) in versionsByKey { for version in versions.reversed() { offer(version, key) } }
        return newest.filter { !$0.value.isDeleteMarker }.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
    }

    /// The first index whose key is not before this one.
    func lowerBound(_ key: String) -> Int {
        var low = 0
        var high = keys.count
        while low < high {
            let middle = (low + high) / 2
            if keys[middle].utf8.lexicographicallyPrecedes(key.utf8) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Indices of the keys with a prefix, from the first after a marker on.
    func indices(prefix: String, after marker: String?) -> Range<Int> {
        let first = lowerBound(prefix)
        let end = keys[first...].firstIndex { !$0.utf8.starts(with: prefix.utf8) } ?? keys.count
        guard let marker, !marker.isEmpty else { return first..<end }
        var start = max(first, lowerBound(marker))
        if start < end, keys[start] == marker { start += 1 }
        return min(start, end)..<end
    }
}
