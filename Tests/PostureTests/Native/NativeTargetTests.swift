import AWSModel
import Testing

@testable import Posture

@Suite("Where the ways back of databases, tables, volumes and file systems lead")
struct NativeTargetTests {
    @Test("every way back leads to an ARN, whatever the threat and whoever told of it")
    func targets() {
        var account = TestAccount.withNative()
        account.addDatabase()
        account.addReplica()
        account.addReplicatedBackup()
        account.addCluster()
        account.addCluster("catalogue-dr", in: TestAccount.away)
        account.addGlobal()
        account.addTable { $0.replicas = [Table.Replica(region: TestAccount.away, status: .known(.active))] }
        account.addVolume()
        account.addSnapshot("snap-1", of: "vol-1")
        account.addCopy(of: "snap-1")
        account.addFileSystem()
        account.addFileSystemReplication()
        let assessment = Analyzer.assess(account.inventory, now: TestAccount.now)
        let paths = assessment.scenarios.flatMap { $0.resources.flatMap(\.paths) }
        let mechanisms = Set(paths.map(\.mechanism))
        #expect(mechanisms.isSuperset(of: [.ebsSnapshotCopy, .efsReplication, .rdsReadReplica, .dynamoDBGlobalTable]))
        for path in paths { #expect(ARN(path.target) != nil, "\(path.mechanism): \(path.target)") }
    }
}
