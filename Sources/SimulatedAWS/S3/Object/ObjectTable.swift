/// The objects of a bucket: keys in the order of their UTF-8 bytes, as S3 lists them, versions newest first.
package struct ObjectTable: Sendable {
    package private(set) var keys: [String] = []
    private var versionsByKey: [String: [ObjectVersion]] = [:]

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

    @discardableResult
    mutating func remove(_ versionID: String, of key: String) -> ObjectVersion? {
        guard let index = versionsByKey[key]?.firstIndex(where: { $0.versionID == versionID }) else { return nil }
        let removed = versionsByKey[key]?.remove(at: index)
        if versionsByKey[key]?.isEmpty == true {
            versionsByKey[key] = nil
            keys.remove(at: lowerBound(key))
        }
        return removed
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
