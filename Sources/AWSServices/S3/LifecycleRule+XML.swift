import AWSCore
import AWSModel

extension LifecycleRule {
    /// Reads a `<Rule>` of either version: what narrows it may stand in `<Filter>`, in its `<And>`, or in the rule.
    init(_ rule: XMLElement) throws(MalformedReply) {
        let filter = rule["Filter"]
        let and = filter?["And"]
        let expiration = rule["Expiration"]
        let noncurrentExpiration = rule["NoncurrentVersionExpiration"]
        var transitions: [LifecycleTransition] = []
        for transition in rule.all("Transition") {
            transitions.append(
                LifecycleTransition(
                    days: try transition.integer("Days"), date: try transition.date("Date"),
                    storageClass: try transition.requiredText("StorageClass")))
        }
        for transition in rule.all("NoncurrentVersionTransition") {
            transitions.append(
                LifecycleTransition(
                    days: try transition.integer("NoncurrentDays"),
                    storageClass: try transition.requiredText("StorageClass"), noncurrent: true))
        }
        self.init(
            id: rule.text("ID"),
            status: Open(try rule.requiredText("Status")),
            prefix: and?.text("Prefix") ?? filter?.text("Prefix") ?? rule.text("Prefix"),
            tags: try [Tag]((filter?.all("Tag") ?? []) + (and?.all("Tag") ?? [])),
            objectSizeGreaterThan: try Self.size("ObjectSizeGreaterThan", and, filter),
            objectSizeLessThan: try Self.size("ObjectSizeLessThan", and, filter),
            expirationDays: try expiration?.integer("Days"),
            expirationDate: try expiration?.date("Date"),
            expiredObjectDeleteMarker: try expiration?.boolean("ExpiredObjectDeleteMarker") ?? false,
            noncurrentExpirationDays: try noncurrentExpiration?.integer("NoncurrentDays"),
            newerNoncurrentVersions: try noncurrentExpiration?.integer("NewerNoncurrentVersions"),
            transitions: transitions)
    }

    private static func size(_ name: String, _ and: XMLElement?, _ filter: XMLElement?) throws(MalformedReply) -> Int64?
    {
        if let size: Int64 = try and?.integer(name) { return size }
        return try filter?.integer(name)
    }
}
