import AWSModel

/// The tags of what RDS names by ARN: instances, clusters, global clusters.
enum RDSTags {
    static func tags(of name: String, _ region: Region, _ account: SimulatedAccount)
        throws(ServiceError) -> [String: String]
    {
        let (kind, identifier) = try place(name)
        switch kind {
        case "db": return try RDSService.instance(identifier, region, account).tags
        case "cluster": return try RDSService.cluster(identifier, region, account).tags
        case "global-cluster":
            guard let global = account.databases.globalClusters[identifier] else {
                throw RDSService.globalClusterNotFound(identifier)
            }
            return global.tags
        default: return [:]
        }
    }

    static func add(_ tags: [String: String], to name: String, _ region: Region, in account: inout SimulatedAccount)
        throws(ServiceError)
    {
        let (kind, identifier) = try place(name)
        // What is not there is not found.
        _ = try self.tags(of: name, region, account)
        switch kind {
        case "db":
            account.databases.updateInstance(identifier, in: region) { $0.tags.merge(tags) { $1 } }
        case "cluster":
            account.databases.updateCluster(identifier, in: region) { $0.tags.merge(tags) { $1 } }
        case "global-cluster": account.databases.globalClusters[identifier]?.tags.merge(tags) { $1 }
        default: break
        }
    }

    /// `Tags.Tag.1.Key`, or `Tags.member.1.Key` as older clients write it.
    static func tags(in input: FormParameters) -> [String: String] {
        var tags: [String: String] = [:]
        for list in ["Tags.Tag", "Tags.member"] {
            var index = 1
            while let key = input["\(list).\(index).Key"] {
                tags[key] = input["\(list).\(index).Value"] ?? ""
                index += 1
            }
        }
        return tags
    }

    private static func place(_ name: String) throws(ServiceError) -> (kind: String, identifier: String) {
        let parts = ARN(name)?.resource.split(separator: ":", maxSplits: 1).map(String.init) ?? []
        guard parts.count == 2 else { throw RDSService.invalidValue("Invalid resource name: \(name)") }
        return (parts[0], parts[1])
    }
}
