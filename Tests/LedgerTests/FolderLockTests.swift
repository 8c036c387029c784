import Foundation
import Testing

@testable import Ledger

@Suite struct FolderLockTests {
    let place: TestLedger

    init() throws { place = try TestLedger() }

    @Test func aFreeLockIsTakenAtOnce() {
        #expect(FolderLock(on: place.folder)?.take(within: 0) == true)
    }

    @Test func aLockThatStaysHeldIsNotTaken() {
        let holder = FolderLock(on: place.folder)
        #expect(holder?.take(within: 0) == true)
        #expect(FolderLock(on: place.folder)?.take(within: 0.01) == false)
        withExtendedLifetime(holder) {}
    }

    @Test func aLockIsTakenWhenItsHolderIsGone() async {
        var holder = FolderLock(on: place.folder)
        #expect(holder?.take(within: 0) == true)
        let folder = place.folder
        async let isTaken = FolderLock(on: folder)?.take(within: 60)
        holder = nil
        #expect(await isTaken == true)
    }

    @Test func whoGaveUpWaitingHoldsNothing() {
        var holder = FolderLock(on: place.folder)
        #expect(holder?.take(within: 0) == true)
        #expect(FolderLock(on: place.folder)?.take(within: 0) == false)
        withExtendedLifetime(holder) {}
        holder = nil
        #expect(FolderLock(on: place.folder)?.take(within: 60) == true)
    }

    @Test func manyShareALockThatNobodyHasForHimself() {
        let one = FolderLock(on: place.folder)
        let other = FolderLock(on: place.folder)
        #expect(one?.take(.shared, within: 0) == true)
        #expect(other?.take(.shared, within: 0) == true)
        #expect(FolderLock(on: place.folder)?.take(within: 0) == false)
        withExtendedLifetime((one, other)) {}
    }

    @Test func aFolderThatIsNotThereHasNoLock() {
        #expect(FolderLock(on: place.folder + "/none") == nil)
    }
}
