import AWSCore
import AWSModel

/// A bucket's Object Lock as XML.
enum ObjectLockDocument {
    static func element(of lock: ObjectLockConfiguration) -> XMLElement {
        var children: [XMLElement] = [.leaf("ObjectLockEnabled", "Enabled")]
        if let mode = lock.defaultMode {
            var retention: [XMLElement] = [.leaf("Mode", mode.wire)]
            if let days = lock.defaultRetentionDays { retention.append(.leaf("Days", "\(days)")) }
            if let years = lock.defaultRetentionYears { retention.append(.leaf("Years", "\(years)")) }
            children.append(.node("Rule", [.node("DefaultRetention", retention)]))
        }
        return .node("ObjectLockConfiguration", children)
    }

    static func read(_ document: XMLElement) throws(ServiceError) -> ObjectLockConfiguration {
        guard document.word("ObjectLockEnabled") == "Enabled" else { throw S3Error.malformedXML }
        guard let retention = document["Rule"]?["DefaultRetention"] else {
            return ObjectLockConfiguration(enabled: true)
        }
        let days = retention.word("Days").flatMap { Int($0) }
        let years = retention.word("Years").flatMap { Int($0) }
        guard let mode = retention.word("Mode"), (days == nil) != (years == nil) else { throw S3Error.malformedXML }
        return ObjectLockConfiguration(
            enabled: true, defaultMode: Open(mode), defaultRetentionDays: days, defaultRetentionYears: years)
    }
}
