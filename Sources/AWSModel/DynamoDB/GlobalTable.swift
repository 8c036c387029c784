/// A global table of version 2017.11.29, whose replicas `DescribeTable` does not tell of (3.5).
package struct GlobalTable: Hashable, Sendable, Codable {
    package struct Replica: Hashable, Sendable, Codable {
        package var region: Region

        private enum CodingKeys: String, CodingKey { case region = "RegionName" }

        package init(region: Region) { self.region = region }
    }

    package var name: String
    package var replicas: [Replica]

    private enum CodingKeys: String, CodingKey { case name = "GlobalTableName", replicas = "ReplicationGroup" }

    package init(name: String, replicas: [Replica]) {
        self.name = name
        self.replicas = replicas
    }
}
