import AWSCore
import AWSModel
import Foundation

/// The rules of a bucket's lifecycle document, as far as they delete.
struct LifecycleRules: Sendable {
    struct Rule: Sendable {
        var prefix: String
        var tags: [Tag]
        var sizes: Range<Int64>
        var expireAfterDays: Int?
        var expireOn: Date?
        var expireNoncurrentAfterDays: Int?
        var keepNewestNoncurrent: Int
        var removesLoneMarkers: Bool
    }
    let rules: [Rule]

    init(_ document: XMLElement) {
        rules = document.all("Rule").filter { $0.word("Status") == "Enabled" }.map(Self.rule)
    }

    private static func rule(_ element: XMLElement) -> Rule {
        let filter = element["Filter"]
        let parts = filter?["And"] ?? filter
        let expiration = element["Expiration"]
        let noncurrent = element["NoncurrentVersionExpiration"]
        let above = parts?.word("ObjectSizeGreaterThan").flatMap { Int64($0) }.map { $0 + 1 } ?? 0
        let below = parts?.word("ObjectSizeLessThan").flatMap { Int64($0) } ?? .max
        return Rule(
            prefix: parts?.text("Prefix") ?? element.text("Prefix") ?? "",
            tags: parts?.all("Tag").compactMap(Tag.init(element:)) ?? [], sizes: above..<max(above, below),
            expireAfterDays: expiration?.word("Days").flatMap { Int($0) },
            expireOn: expiration?.word("Date").flatMap(WireTime.parse),
            expireNoncurrentAfterDays: noncurrent?.word("NoncurrentDays").flatMap { Int($0) },
            keepNewestNoncurrent: noncurrent?.word("NewerNoncurrentVersions").flatMap { Int($0) } ?? 0,
            removesLoneMarkers: expiration?.word("ExpiredObjectDeleteMarker") == "true")
    }
}

extension LifecycleRules.Rule {
    /// Objects that were not replicated yet stay until they are (1.18).
    func selects(_ version: ObjectVersion, key: String) -> Bool {
        guard version.replicationStatus != "PENDING", version.replicationStatus != "FAILED" else { return false }
        return key.utf8.starts(with: prefix.utf8) && tags.allSatisfy { version.tags.contains($0) }
            && sizes.contains(version.content.count)
    }

    func expires(_ version: ObjectVersion, at now: Date) -> Bool {
        if let expireOn { return expireOn <= now }
        guard let expireAfterDays else { return false }
        return LifecycleRules.due(version.lastModified, afterDays: expireAfterDays) <= now
    }
}

extension LifecycleRules {
    /// S3 rounds up to the next midnight in UTC.
    static func due(_ date: Date, afterDays days: Int) -> Date {
        let day = 86_400.0
        let after = date.timeIntervalSince1970 + Double(days) * day
        return Date(timeIntervalSince1970: (after / day).rounded(.up) * day)
    }
}
