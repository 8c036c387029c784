import AWSCore
import AWSModel
import AWSServices
import Foundation
import Testing

@Suite("The reads of databases, tables, volumes and file systems")
struct NativeReadTests {
    private let instance = """
        <DBInstanceIdentifier>a</DBInstanceIdentifier><DBInstanceArn>arn:aws:rds:us-east-1:123456789012:db:a</DBInstanceArn>
        <Engine>mysql</Engine>
        """

    private func instances(_ row: String, _ rest: String = "") -> HTTPResponse {
        HTTPResponse(
            """
            <DescribeDBInstancesResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/"><DescribeDBInstancesResult>
            <DBInstances>\(row)</DBInstances>\(rest)</DescribeDBInstancesResult></DescribeDBInstancesResponse>
            """)
    }

    @Test("an instance with nothing but its name has nothing else")
    func bareInstance() throws {
        let page = try RDS.DescribeDBInstances.decode(instances("<DBInstance>\(instance)</DBInstance>"))
        let arn = try #require(ARN("arn:aws:rds:us-east-1:123456789012:db:a"))
        #expect(page.items == [DBInstance(identifier: "a", arn: arn, engine: "mysql")])
    }

    @Test("an instance without its name, ARN or engine is malformed")
    func namelessInstance() {
        for missing in ["DBInstanceIdentifier", "DBInstanceArn", "Engine"] {
            let row = instance.replacingOccurrences(of: missing, with: "Other")
            #expect(throws: MalformedReply.self, "\(missing)") {
                try RDS.DescribeDBInstances.decode(instances("<DBInstance>\(row)</DBInstance>"))
            }
        }
    }

    @Test("a listing of RDS goes on at its marker; an empty one is the end")
    func markers() throws {
        let first = try RDS.DescribeDBInstances.decode(instances("", "<Marker>m=</Marker>"))
        #expect(RDS.DescribeDBInstances(maxRecords: 20).next(after: first)?.nextToken == "m=")
        #expect(RDS.DescribeDBInstances(maxRecords: 20).next(after: first)?.maxRecords == 20)
        let last = try RDS.DescribeDBInstances.decode(instances("", "<Marker/>"))
        #expect(RDS.DescribeDBInstances().next(after: last) == nil)
    }

    @Test("a global database is a row with the name of its members, and its synchronization may be new")
    func globalCluster() throws {
        let page = try RDS.DescribeGlobalClusters.decode(
            HTTPResponse(
                """
                <DescribeGlobalClustersResponse><DescribeGlobalClustersResult><GlobalClusters><GlobalClusterMember>
                <GlobalClusterIdentifier>g</GlobalClusterIdentifier><FailoverState/><GlobalClusterMembers>
                <GlobalClusterMember><DBClusterArn>arn:aws:rds:us-east-1:1:cluster:a</DBClusterArn>
                <IsWriter>true</IsWriter><Readers><member>arn:aws:rds:us-west-2:1:cluster:b</member></Readers>
                </GlobalClusterMember><GlobalClusterMember><DBClusterArn>arn:aws:rds:us-west-2:1:cluster:b</DBClusterArn>
                <IsWriter>false</IsWriter><SynchronizationStatus>resting</SynchronizationStatus></GlobalClusterMember>
                </GlobalClusterMembers></GlobalClusterMember></GlobalClusters></DescribeGlobalClustersResult>
                </DescribeGlobalClustersResponse>
                """))
        let cluster = try #require(page.items.first)
        #expect(page.items.count == 1)
        #expect(cluster.failover == nil)
        #expect(cluster.members.map(\.isWriter) == [true, false])
        #expect(cluster.members.map(\.readers) == [["arn:aws:rds:us-west-2:1:cluster:b"], []])
        #expect(cluster.members.map(\.synchronization) == [nil, .other("resting")])
    }

    @Test("an empty token of EC2 is the end, and a page without its rows is malformed")
    func volumes() throws {
        let rows = "<volumeSet><item><volumeId>vol-1</volumeId></item></volumeSet>"
        let last = try EC2.DescribeVolumes.decode(
            HTTPResponse("<DescribeVolumesResponse>\(rows)<nextToken/></DescribeVolumesResponse>"))
        #expect(last.items == [Volume(id: "vol-1")])
        #expect(EC2.DescribeVolumes().next(after: last) == nil)
        #expect(throws: MalformedReply.self) {
            try EC2.DescribeVolumes.decode(HTTPResponse("<DescribeVolumesResponse/>"))
        }
    }

    @Test("a snapshot's state that is not known is kept as written")
    func snapshotState() throws {
        let page = try EC2.DescribeSnapshots.decode(
            HTTPResponse(
                """
                <DescribeSnapshotsResponse><snapshotSet><item><snapshotId>snap-1</snapshotId>
                <volumeId>vol-ffffffff</volumeId><status>thawing</status></item></snapshotSet>
                <nextToken>t</nextToken></DescribeSnapshotsResponse>
                """))
        #expect(page.items == [EBSSnapshot(id: "snap-1", volume: "vol-ffffffff", state: .other("thawing"))])
        #expect(EC2.DescribeSnapshots(maxResults: 5).next(after: page)?.nextToken == "t")
    }

    @Test("tables go on after the last name of a page")
    func tables() throws {
        let page = try DynamoDB.ListTables.decode(
            HTTPResponse("{\"TableNames\": [\"a\", \"b\"], \"LastEvaluatedTableName\": \"b\"}"))
        #expect(page.items == ["a", "b"])
        #expect(DynamoDB.ListTables(limit: 2).next(after: page)?.nextToken == "b")
    }

    @Test("a table that is no global table has no replicas")
    func table() throws {
        let table = try DynamoDB.DescribeTable.decode(
            HTTPResponse(
                "{\"Table\": {\"TableName\": \"a\", \"TableArn\": \"arn:aws:dynamodb:us-east-1:1:table/a\"}}"))
        #expect(table.replicas == nil)
        #expect(table.globalTableVersion == nil)
    }

    @Test("fact 3.4: continuous backups without a word on point-in-time recovery are malformed, not off")
    func noRecovery() {
        #expect(throws: MalformedReply.self) {
            try DynamoDB.DescribeContinuousBackups.decode(
                HTTPResponse("{\"ContinuousBackupsDescription\": {\"ContinuousBackupsStatus\": \"ENABLED\"}}"))
        }
    }

    @Test("a reply without its rows is malformed: it would read as an account without any")
    func noRows() {
        for body in ["", "{}"] {
            let reply = HTTPResponse(body)
            #expect(throws: MalformedReply.self) { try DynamoDB.ListTables.decode(reply) }
            #expect(throws: MalformedReply.self) { try DynamoDB.ListTagsOfResource.decode(reply) }
            #expect(throws: MalformedReply.self) { try EFS.DescribeFileSystems.decode(reply) }
            #expect(throws: MalformedReply.self) { try EFS.DescribeReplicationConfigurations.decode(reply) }
            #expect(throws: MalformedReply.self) { try EFS.DescribeBackupPolicy.decode(reply) }
            #expect(throws: MalformedReply.self) { try DLM.GetLifecyclePolicies.decode(reply) }
            #expect(throws: MalformedReply.self) { try DLM.GetLifecyclePolicy.decode(reply) }
        }
    }

    @Test("file systems go on at the next marker, not at the page's own")
    func fileSystems() throws {
        let page = try EFS.DescribeFileSystems.decode(
            HTTPResponse("{\"FileSystems\": [], \"Marker\": \"this\", \"NextMarker\": \"next\"}"))
        #expect(EFS.DescribeFileSystems().next(after: page)?.nextToken == "next")
    }
}
