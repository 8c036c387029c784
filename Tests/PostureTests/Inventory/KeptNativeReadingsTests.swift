import AWSModel
import Foundation
import Testing

@testable import Posture

@Suite("What stands in for silent databases, tables, volumes and file systems")
struct KeptNativeReadingsTests {
    /// An account with one of each.
    private static let whole: TestAccount = {
        var account = TestAccount.withNative()
        account.addDatabase()
        account.addCluster()
        account.addGlobal()
        account.addReplicatedBackup()
        account.addTable()
        account.addVolume()
        account.addSnapshot("snap-1", of: "vol-1")
        account.addSnapshotPolicy()
        account.addFileSystem()
        account.addFileSystemReplication()
        return account
    }()

    private func edited(_ edit: (inout TestAccount) -> Void) -> Inventory {
        var account = Self.whole
        edit(&account)
        return account.inventory
    }

    @Test("every reading that is silent now keeps its last value and its moment")
    func silent() throws {
        let before = Self.whole.inventory
        let vandal = try ReadingVandal(before)
        let native = vandal.paths.filter { $0.first == "native" }
        // One of each listing in three regions, and what was read of a table, a policy and two file systems.
        #expect(native.count == 3 * 14 + 6)
        for path in native {
            let now = try vandal.inventory(breaking: [path], status: "unreachable")
            #expect(now.native != before.native)
            #expect(now.keepingUnreachable(from: before).native == before.native, "\(path)")
        }
    }

    @Test("a denial of now stands")
    func denial() {
        let now = edited { $0.editNative(TestAccount.home) { $0.tables = denied() } }
        #expect(now.keepingUnreachable(from: Self.whole.inventory).native == now.native)
    }

    @Test("a table that is no longer listed is gone")
    func gone() {
        let now = edited { $0.editNative(TestAccount.home) { $0.tables = read([]) } }
        #expect(now.keepingUnreachable(from: Self.whole.inventory).native == now.native)
    }

    @Test("a region that is missing now is as it was, unless another restriction leaves it out")
    func missingRegion() {
        let before = Self.whole.inventory
        var now = edited { $0.inventory.native?.removeAll { $0.region == TestAccount.away } }
        #expect(now.keepingUnreachable(from: before).native == before.native)
        now.restrictedTo = [TestAccount.home]
        #expect(now.keepingUnreachable(from: before).native == now.native)
    }

    @Test("what an earlier version did not read is nothing to keep")
    func earlierVersion() {
        var before = Self.whole.inventory
        before.native = nil
        #expect(Self.whole.inventory.keepingUnreachable(from: before).native == Self.whole.inventory.native)
    }
}
