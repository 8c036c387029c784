import AWSCore
import AWSModel
import AWSServices

extension AWSClient {
    /// All rows of a listing.
    func all<O: PaginatedOperation, Item>(_ operation: O, in region: Region) async throws(AWSError) -> [Item]
    where O.Output == Page<Item> {
        var rows: [Item] = []
        var pages = pages(operation, in: region).makeAsyncIterator()
        while let page = try await pages.next() { rows += page.items }
        return rows
    }

    func instance(_ identifier: String, in region: Region) async throws(AWSError) -> DBInstance? {
        try await all(RDS.DescribeDBInstances(), in: region).first {
            $0.identifier == identifier.lowercased() || $0.arn.text == identifier
        }
    }

    func cluster(_ identifier: String, in region: Region) async throws(AWSError) -> DBCluster? {
        try await all(RDS.DescribeDBClusters(), in: region).first {
            $0.identifier == identifier.lowercased() || $0.arn.text == identifier
        }
    }

    func globalCluster(_ identifier: String, in region: Region) async throws(AWSError) -> GlobalCluster? {
        try await all(RDS.DescribeGlobalClusters(), in: region).first { $0.identifier == identifier.lowercased() }
    }

    /// Nil when DynamoDB says that there is none.
    func table(_ name: String, in region: Region) async throws(AWSError) -> Table? {
        do throws(AWSError) {
            return try await send(DynamoDB.DescribeTable(tableName: name), in: region)
        } catch {
            guard error.code == "ResourceNotFoundException" else { throw error }
            return nil
        }
    }

    func volume(_ id: String, in region: Region) async throws(AWSError) -> Volume? {
        try await all(EC2.DescribeVolumes(), in: region).first { $0.id == id }
    }

    func fileSystem(_ id: String, in region: Region) async throws(AWSError) -> FileSystem? {
        try await all(EFS.DescribeFileSystems(), in: region).first { $0.id == id }
    }

    func replications(in region: Region) async throws(AWSError) -> [FileSystemReplication] {
        try await all(EFS.DescribeReplicationConfigurations(), in: region)
    }
}
