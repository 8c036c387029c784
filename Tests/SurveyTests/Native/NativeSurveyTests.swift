import AWSCore
import AWSModel
import Foundation
import Posture
import SimulatedAWS
import Testing

@testable import Survey

@Suite("Databases, tables, volumes and file systems of a region")
struct NativeSurveyTests {
    @Test("are read whole, page by page and table by table")
    func whole() async {
        let region = await CannedServices().survey().region
        #expect(region.databases.value?.map(\.identifier) == ["shop"])
        #expect(region.clusters.value == [])
        #expect(region.globalClusters.value == [])
        #expect(region.automatedBackups.value?.map(\.sourceRegion) == ["us-west-2"])
        #expect(region.volumes.value?.map(\.id) == ["vol-1", "vol-2"])
        #expect(region.snapshots.value?.map(\.id) == ["snap-1"])
        #expect(region.tables.value?.map(\.name) == ["carts", "orders"])
        #expect(
            region.tables.value?.map(\.pointInTimeRecovery.value?.status) == [.known(.disabled), .known(.enabled)])
        #expect(region.tables.value?.map(\.tags.value) == [[], [Tag(key: "dr", value: "yes")]])
        #expect(region.tables.value?.last?.table.value?.replicas?.map(\.region) == ["us-west-2"])
        #expect(region.databaseSnapshots?.value?.map(\.identifier) == ["by-hand"])
        #expect(region.clusterSnapshots?.value?.map(\.cluster) == ["catalogue"])
        #expect(region.tableBackups?.value?.map(\.table) == ["orders"])
        #expect(region.globalTables?.value?.map(\.replicas) == [[.init(region: "us-west-2")]])
    }

    @Test("fact 3.7: a file system without a backup policy, and a region without a replication, have none")
    func absent() async {
        let region = await CannedServices().survey().region
        #expect(region.fileSystems.value?.map(\.backsUpDaily.outcome) == [.value(true), .absent])
        #expect(region.fileSystemReplications.isAbsent)
    }

    @Test(
        "a backup policy is on while it is switched on, off while it is switched off, and unread in a word that is new",
        arguments: [
            ("ENABLING", .value(true)), ("DISABLED", .value(false)), ("DISABLING", .value(false)),
            ("PAUSED", .failed(code: "status PAUSED")),
        ] as [(String, Reading<Bool>.Outcome)])
    func backupPolicy(word: String, outcome: Reading<Bool>.Outcome) async {
        var canned = CannedServices()
        canned.answers["elasticfilesystem:/2015-02-01/file-systems/fs-1/backup-policy"] = [
            .reply("{\"BackupPolicy\": {\"Status\": \"\(word)\"}}")
        ]
        #expect(await canned.survey().region.fileSystems.value?.first?.backsUpDaily.outcome == outcome)
    }

    @Test("custom and default snapshot policies are listed apart, and each is read once")
    func snapshotPolicies() async {
        let canned = CannedServices()
        let policies = await canned.survey().region.snapshotPolicies.value
        #expect(policies?.map(\.id) == ["policy-1", "policy-2", "policy-3"])
        #expect(policies?.map(\.policy.value?.isDefault) == [nil, nil, true])
        #expect(canned.calls.count { $0.hasPrefix("dlm:/policies/") } == 3)
    }

    @Test("a listing of snapshot policies without the default ones is none", arguments: ["", "?defaultPolicyType=ALL"])
    func halfOfThePolicies(query: String) async {
        var canned = CannedServices()
        canned.answers["dlm:/policies" + query] = [.error("AccessDeniedException")]
        let policies = await canned.survey().region.snapshotPolicies
        #expect(policies.outcome == .denied(code: "AccessDeniedException"))
    }

    @Test("a call that is denied costs itself alone", arguments: CannedServices.whole.keys.sorted())
    func denied(call: String) async {
        let whole = await CannedServices().survey().region
        var canned = CannedServices()
        canned.answers[call] = [.error("AccessDeniedException")]
        let region = await canned.survey().region
        let gaps = Self.outcomes(region).filter { Self.outcomes(whole)[$0.key] != $0.value }.keys
        #expect(gaps.count == 1, "\(gaps)")
    }

    @Test("a denied table has its point-in-time recovery; its tags, which need its ARN, are not read")
    func deniedTable() async {
        var canned = CannedServices()
        canned.answers["dynamodb:DescribeTable/orders"] = [.error("AccessDeniedException")]
        let table = await canned.survey().region.tables.value?.last
        #expect(table?.table.outcome == .denied(code: "AccessDeniedException"))
        #expect(table?.pointInTimeRecovery.value?.status == .known(.enabled))
        #expect(table?.tags.outcome == .notRead)
    }

    @Test("a table that was deleted after it was listed is absent")
    func deletedTable() async {
        var canned = CannedServices()
        canned.answers["dynamodb:DescribeTable/orders"] = [.error("ResourceNotFoundException", status: 400)]
        canned.answers["dynamodb:DescribeContinuousBackups/orders"] = [.error("TableNotFoundException", status: 400)]
        let table = await canned.survey().region.tables.value?.last
        #expect(table?.table.isAbsent == true)
        #expect(table?.pointInTimeRecovery.isAbsent == true)
        #expect(table?.tags.isAbsent == true)
    }

    @Test("a region that does not know the old kind of global tables has none")
    func youngRegion() async {
        var canned = CannedServices()
        canned.answers["dynamodb:ListGlobalTables"] = [.error("UnknownOperationException", status: 400)]
        #expect(await canned.survey().region.globalTables?.isAbsent == true)
    }

    @Test("snapshots and backups made by hand cost one call a region and kind, and the keys of snapshots are looked up")
    func byHand() async {
        let canned = CannedServices()
        let keys = await canned.survey().keys
        for call in ["rds:DescribeDBSnapshots", "rds:DescribeDBClusterSnapshots", "dynamodb:ListGlobalTables"] {
            #expect(canned.calls.count { $0 == call } == 1)
        }
        #expect(canned.calls.count { $0.hasPrefix("dynamodb:ListBackups") } == 1)
        #expect(keys.keys[KeyReference(name: CannedServices.key + "-3", region: "us-east-1")] != nil)
    }

    @Test("a page that breaks off is no listing")
    func brokenListing() async {
        var canned = CannedServices()
        canned.answers["ec2:DescribeVolumes"] = [
            CannedServices.ec2("DescribeVolumes", "<volumeSet/>", next: "more"), .error("UnauthorizedOperation"),
        ]
        #expect(await canned.survey().region.volumes.outcome == .denied(code: "UnauthorizedOperation"))
    }

    @Test("a thousand snapshots cost one call, and so do a thousand volumes")
    func cost() async {
        let snapshots = (0..<1000).map { "<item><snapshotId>snap-\($0)</snapshotId><volumeId>v</volumeId></item>" }
        let volumes = (0..<1000).map { "<item><volumeId>vol-\($0)</volumeId></item>" }
        var canned = CannedServices()
        canned.answers["ec2:DescribeSnapshots"] = [
            CannedServices.ec2("DescribeSnapshots", "<snapshotSet>\(snapshots.joined())</snapshotSet>")
        ]
        canned.answers["ec2:DescribeVolumes"] = [
            CannedServices.ec2("DescribeVolumes", "<volumeSet>\(volumes.joined())</volumeSet>")
        ]
        let region = await canned.survey().region
        #expect(region.snapshots.value?.count == 1000)
        #expect(region.volumes.value?.count == 1000)
        #expect(canned.calls.count { $0.hasPrefix("ec2:") } == 2)
    }

    @Test("facts 3.1, 3.2, 3.5: the keys of what stands in for another region are looked up, each in its own region")
    func keys() async {
        let keys = await CannedServices().survey().keys
        #expect(
            Set(keys.keys.keys) == [
                KeyReference(name: CannedServices.key, region: "us-east-1"),
                KeyReference(name: CannedServices.key + "-2", region: "us-east-1"),
                KeyReference(name: CannedServices.key + "-3", region: "us-east-1"),
                KeyReference(name: "far", region: "us-west-2"),
            ])
    }

    @Test("a region that is not to be read has nothing read, and no gap")
    func notRead() async throws {
        let aws = TamperedAWS(base: SimulatedAWS(at: Date(timeIntervalSince1970: 1_795_000_000))) { _ in nil }
        let inventory = try await aws.inventory(regions: ["us-east-1"])
        let regions = try #require(inventory.native)
        #expect(regions.map(\.region) == inventory.backup.map(\.region))
        let elsewhere = regions.filter { $0.region != "us-east-1" }
        #expect(!elsewhere.isEmpty)
        #expect(elsewhere.allSatisfy { Set(Self.outcomes($0).values) == ["notRead"] })
        let gaps = Analyzer.assess(inventory, now: inventory.takenAt).gaps
        #expect(!gaps.contains { $0.region != "us-east-1" })
    }

    /// What came of each reading in a region, by the call and what it was about.
    private static func outcomes(_ region: NativeRegion) -> [String: String] {
        var outcomes: [String: String] = [:]
        func note<Value>(_ reading: Reading<Value>, _ about: String = "") {
            outcomes[reading.call + about] = reading.gap == "not read" ? "notRead" : "\(reading.outcome)"
        }
        note(region.databases)
        note(region.clusters)
        note(region.globalClusters)
        note(region.automatedBackups)
        note(region.volumes)
        note(region.snapshots)
        note(region.tables.map { $0.map(\.name) })
        note(region.snapshotPolicies.map { $0.map(\.id) })
        note(region.fileSystems.map { $0.map(\.fileSystem.id) })
        note(region.fileSystemReplications)
        if let snapshots = region.databaseSnapshots { note(snapshots) }
        if let snapshots = region.clusterSnapshots { note(snapshots) }
        if let backups = region.tableBackups { note(backups) }
        if let tables = region.globalTables { note(tables) }
        for table in region.tables.value ?? [] {
            note(table.table, table.name)
            note(table.pointInTimeRecovery, table.name)
            // Not asked for without the table, so no answer of its own.
            if table.tags.outcome != .notRead { note(table.tags, table.name) }
        }
        for policy in region.snapshotPolicies.value ?? [] { note(policy.policy, policy.id) }
        for fileSystem in region.fileSystems.value ?? [] {
            note(fileSystem.backsUpDaily, fileSystem.fileSystem.id)
        }
        return outcomes
    }
}
