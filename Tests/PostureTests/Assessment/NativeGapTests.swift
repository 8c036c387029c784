import AWSModel
import Testing

@testable import Posture

@Suite("What was not answered about databases, tables, volumes and file systems")
struct NativeGapTests {
    private func gaps(_ edit: (inout NativeRegion) -> Void) -> [Gap] {
        var account = TestAccount.withNative()
        account.addTable()
        account.addSnapshotPolicy()
        account.addFileSystem()
        account.editNative(TestAccount.home, edit)
        return GapCollector.gaps(of: account.inventory)
    }

    @Test("a listing is a gap of its region")
    func listings() {
        let all = gaps {
            $0.databases = denied()
            $0.clusters = denied()
            $0.globalClusters = denied()
            $0.automatedBackups = denied()
            $0.tables = denied()
            $0.volumes = denied()
            $0.snapshots = denied()
            $0.snapshotPolicies = denied()
            $0.fileSystems = denied()
            $0.fileSystemReplications = denied()
            $0.databaseSnapshots = denied()
            $0.clusterSnapshots = denied()
            $0.tableBackups = denied()
            $0.globalTables = denied()
        }
        // All of one call of the test's, with one cause.
        #expect(all.map(\.cause) == ["denied (AccessDenied)"])
        #expect(all.first?.resources == [])
        #expect(gaps { $0.fileSystemReplications = denied() } == all)
        #expect(gaps { $0.databaseSnapshots = denied() } == all)
        #expect(gaps { $0.clusterSnapshots = denied() } == all)
        #expect(gaps { $0.tableBackups = denied() } == all)
        #expect(gaps { $0.globalTables = denied() } == all)
    }

    @Test("what is unread of a table names the table, by its ARN also where that could not be read")
    func tables() {
        let arn = TestAccount.arn("dynamodb", "table/orders").text
        for edit: @Sendable (inout TableContents) -> Void in [
            { $0.table = denied() }, { $0.pointInTimeRecovery = denied() }, { $0.tags = denied() },
        ] {
            let found = gaps { region in
                region.tables = region.tables.map { tables in
                    tables.map { table in
                        var table = table
                        edit(&table)
                        return table
                    }
                }
            }
            #expect(found.map(\.resources) == [[arn]])
        }
    }

    @Test("what is unread of a file system names it, and a policy is named by its id")
    func others() {
        let found = gaps { region in
            region.fileSystems = region.fileSystems.map { systems in
                systems.map { FileSystemContents(fileSystem: $0.fileSystem, backsUpDaily: denied()) }
            }
        }
        #expect(found.map(\.resources) == [[TestAccount.arn("elasticfilesystem", "file-system/fs-1").text]])
        let policies = gaps { region in
            region.snapshotPolicies = region.snapshotPolicies.map { policies in
                policies.map { SnapshotPolicyContents(id: $0.id, policy: denied()) }
            }
        }
        #expect(policies.map(\.resources) == [["policy-1"]])
    }

    @Test("what was not asked is no gap")
    func notRead() {
        let region = TestAccount.home
        #expect(
            gaps { $0.tables = Reading(.notRead, call: "test:Read", region: region, at: TestAccount.now) }.isEmpty)
    }
}
