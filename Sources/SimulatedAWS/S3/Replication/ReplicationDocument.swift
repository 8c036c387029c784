import AWSCore
import AWSModel

/// A replication configuration as XML (1.1).
enum ReplicationDocument {
    static func element(of configuration: ReplicationConfiguration) -> XMLElement {
        .node(
            "ReplicationConfiguration",
            [.leaf("Role", configuration.role)] + configuration.rules.map(rule))
    }

    private static func rule(_ rule: ReplicationRule) -> XMLElement {
        var children: [XMLElement] = []
        if let id = rule.id { children.append(.leaf("ID", id)) }
        if let priority = rule.priority { children.append(.leaf("Priority", "\(priority)")) }
        if let filter = rule.filter {
            children.append(.node("Filter", filterChildren(filter)))
        } else if let prefix = rule.legacyPrefix {
            children.append(.leaf("Prefix", prefix))
        }
        children.append(.leaf("Status", rule.status.wire))
        var criteria: [XMLElement] = []
        if let status = rule.kmsEncryptedObjects {
            criteria.append(.node("SseKmsEncryptedObjects", [.leaf("Status", status.wire)]))
        }
        if let status = rule.replicaModifications {
            criteria.append(.node("ReplicaModifications", [.leaf("Status", status.wire)]))
        }
        if !criteria.isEmpty { children.append(.node("SourceSelectionCriteria", criteria)) }
        if let status = rule.existingObjectReplication {
            children.append(.node("ExistingObjectReplication", [.leaf("Status", status.wire)]))
        }
        children.append(destination(rule.destination))
        if let status = rule.deleteMarkerReplication {
            children.append(.node("DeleteMarkerReplication", [.leaf("Status", status.wire)]))
        }
        return .node("Rule", children)
    }

    private static func filterChildren(_ filter: ReplicationFilter) -> [XMLElement] {
        let parts = (filter.prefix.map { [XMLElement.leaf("Prefix", $0)] } ?? []) + filter.tags.map(\.element)
        return parts.count > 1 ? [.node("And", parts)] : parts
    }

    private static func destination(_ destination: ReplicationDestination) -> XMLElement {
        var children: [XMLElement] = [.leaf("Bucket", destination.bucket)]
        if let account = destination.account { children.append(.leaf("Account", account.digits)) }
        if let storageClass = destination.storageClass { children.append(.leaf("StorageClass", storageClass)) }
        if let owner = destination.owner {
            children.append(.node("AccessControlTranslation", [.leaf("Owner", owner)]))
        }
        if let key = destination.replicaKMSKeyID {
            children.append(.node("EncryptionConfiguration", [.leaf("ReplicaKmsKeyID", key)]))
        }
        if let minutes = destination.replicationTimeMinutes {
            children.append(
                .node(
                    "ReplicationTime",
                    [.leaf("Status", "Enabled"), .node("Time", [.leaf("Minutes", "\(minutes)")])]))
        }
        if destination.metricsEnabled {
            var metrics: [XMLElement] = [.leaf("Status", "Enabled")]
            if let minutes = destination.replicationTimeMinutes {
                metrics.append(.node("EventThreshold", [.leaf("Minutes", "\(minutes)")]))
            }
            children.append(.node("Metrics", metrics))
        }
        return .node("Destination", children)
    }

    /// Reads what a client put; absent elements stay nil (1.2).
    static func read(_ document: XMLElement) throws(ServiceError) -> ReplicationConfiguration {
        guard let role = document.word("Role"), !document.all("Rule").isEmpty else { throw S3Error.malformedXML }
        var rules: [ReplicationRule] = []
        for rule in document.all("Rule") { rules.append(try readRule(rule)) }
        return ReplicationConfiguration(role: role, rules: rules)
    }

    private static func readRule(_ element: XMLElement) throws(ServiceError) -> ReplicationRule {
        guard let status = element.word("Status").flatMap(ReplicationRule.Status.init),
            let destination = element["Destination"], let bucket = destination.word("Bucket")
        else { throw S3Error.malformedXML }
        if element["Filter"] != nil, element["Prefix"] != nil { throw S3Error.malformedXML }
        let criteria = element["SourceSelectionCriteria"]
        let priority = element.word("Priority")
        guard priority == nil || priority.flatMap({ Int($0) }) != nil else { throw S3Error.malformedXML }
        return ReplicationRule(
            id: element.word("ID").flatMap { $0.isEmpty ? nil : $0 }, priority: priority.flatMap { Int($0) },
            status: .known(status), filter: try element["Filter"].map(readFilter),
            legacyPrefix: element.text("Prefix"),
            destination: ReplicationDestination(
                bucket: bucket, account: destination.word("Account").map { AccountID($0) },
                storageClass: destination.word("StorageClass"),
                replicaKMSKeyID: destination["EncryptionConfiguration"]?.word("ReplicaKmsKeyID"),
                owner: destination["AccessControlTranslation"]?.word("Owner"),
                replicationTimeMinutes: try readTime(destination["ReplicationTime"]),
                metricsEnabled: destination["Metrics"]?.word("Status") == "Enabled"),
            deleteMarkerReplication: try readStatus(element["DeleteMarkerReplication"]),
            kmsEncryptedObjects: try readStatus(criteria?["SseKmsEncryptedObjects"]),
            replicaModifications: try readStatus(criteria?["ReplicaModifications"]),
            existingObjectReplication: try readStatus(element["ExistingObjectReplication"]))
    }

    /// Exactly one of prefix, tag and And, or nothing (1.2).
    private static func readFilter(_ element: XMLElement) throws(ServiceError) -> ReplicationFilter {
        guard element.children.count <= 1 else { throw S3Error.malformedXML }
        guard let child = element.children.first else { return ReplicationFilter() }
        switch child.name {
        case "Prefix": return ReplicationFilter(prefix: child.text)
        case "Tag": return ReplicationFilter(tags: try readTags([child]))
        case "And": return ReplicationFilter(prefix: child.text("Prefix"), tags: try readTags(child.all("Tag")))
        default: throw S3Error.malformedXML
        }
    }

    private static func readTags(_ elements: [XMLElement]) throws(ServiceError) -> [Tag] {
        let tags = elements.compactMap(Tag.init(element:))
        guard tags.count == elements.count else { throw S3Error.malformedXML }
        return tags
    }

    private static func readStatus(_ element: XMLElement?) throws(ServiceError) -> Open<ReplicationRule.Status>? {
        guard let element else { return nil }
        guard let status = element.word("Status").flatMap(ReplicationRule.Status.init) else {
            throw S3Error.malformedXML
        }
        return .known(status)
    }

    private static func readTime(_ element: XMLElement?) throws(ServiceError) -> Int? {
        guard let element, element.word("Status") == "Enabled" else { return nil }
        guard let minutes = element["Time"]?.word("Minutes").flatMap({ Int($0) }) else { throw S3Error.malformedXML }
        return minutes
    }
}
