import AWSModel
import Foundation
import Testing

@testable import Posture

@Suite("What stands in for a silent region")
struct KeptReadingsTests {
    private func account(_ edit: (inout TestAccount) -> Void = { _ in }) -> Inventory {
        var account = TestAccount()
        account.addBucket("media") { $0.replicate(.to("media-dr")) }
        account.addDestination("media-dr")
        account.addVault()
        account.addPoint(of: TestAccount.bucketARN("media"))
        edit(&account)
        return account.inventory
    }

    @Test("what did not answer keeps its last value and its moment")
    func silent() {
        let before = account()
        var now = account { $0.inventory.buckets[0].versioning = unreachable() }
        now.buckets[0].versioning.at = TestAccount.now.addingTimeInterval(60)
        let kept = now.keepingUnreachable(from: before)
        #expect(kept.buckets[0].versioning == before.buckets[0].versioning)
    }

    @Test("a denial, an error and an absence are answers of now, and stand")
    func answers() {
        for outcome: Reading<BucketVersioning>.Outcome in [.denied(code: "AccessDenied"), .failed(code: "x"), .absent] {
            let now = account { $0.inventory.buckets[0].versioning.outcome = outcome }
            #expect(now.keepingUnreachable(from: account()).buckets[0].versioning.outcome == outcome)
        }
    }

    @Test("a denial of then stands where there is silence now")
    func earlierDenial() {
        let before = account { $0.inventory.buckets[0].versioning = denied() }
        let now = account { $0.inventory.buckets[0].versioning = unreachable() }
        #expect(now.keepingUnreachable(from: before).buckets[0].versioning == before.buckets[0].versioning)
    }

    @Test("buckets stay where they could not be listed, and go where they were")
    func listing() {
        let silent = account {
            $0.inventory.buckets = []
            $0.inventory.bucketListing = unreachable()
        }
        #expect(silent.keepingUnreachable(from: account()).buckets.count == 1)
        let gone = account {
            $0.inventory.buckets = []
            $0.inventory.bucketListing = read(0)
        }
        #expect(gone.keepingUnreachable(from: account()).buckets.isEmpty)
    }

    @Test("a silent region says when it answered last, however often it is asked again")
    func regions() {
        var dark = account { $0.inventory.regions[0].status = .timedOut }
        dark.takenAt += 60
        let once = dark.keepingUnreachable(from: account())
        #expect(once.regions[0].lastAnswered == TestAccount.now)
        dark.takenAt += 60
        #expect(dark.keepingUnreachable(from: once).regions[0].lastAnswered == TestAccount.now)
    }

    @Test("nothing of another account stands in")
    func otherAccount() {
        let other = account {
            $0.inventory.caller = read(
                CallerIdentity(account: TestAccount.otherID, arn: "arn:aws:iam::444455556666:user/x", userID: "X"))
            $0.inventory.buckets[0].versioning = unreachable()
        }
        #expect(!other.keepingUnreachable(from: account()).buckets[0].versioning.isRead)
    }

    @Test("with everything silent, all is as it was and no verdict changes")
    func everything() throws {
        let before = richAccount().inventory
        let vandal = try ReadingVandal(before)
        let dark = try vandal.inventory(breaking: vandal.paths, status: "unreachable")
        let kept = dark.keepingUnreachable(from: before)
        let verdicts = { (inventory: Inventory) in
            Analyzer.assess(inventory, now: TestAccount.now).scenarios.map { $0.resources.map(\.verdict) }
        }
        #expect(verdicts(kept) == verdicts(before))
    }
}
