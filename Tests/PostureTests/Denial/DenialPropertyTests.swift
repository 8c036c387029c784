import AWSModel
import Foundation
import Testing

@testable import Posture

@Suite("What is not read never makes things look better")
struct DenialPropertyTests {
    @Test("the account of these properties is rich: every verdict, and many readings")
    func accountIsRich() throws {
        let broken = try BrokenAccounts.broken(.bucketsAndBackups)
        #expect(Set(broken.whole.verdicts.values) == Set(Verdict.allCases))
        #expect(broken.cases.count > 150)
        let native = try BrokenAccounts.broken(.native)
        #expect(Set(native.whole.verdicts.values).isSuperset(of: [.protected, .atRisk, .unprotected, .unaffected]))
        #expect(native.cases.count > 50)
    }

    @Test("one unread fact leaves each verdict as it was, or makes it unknown", arguments: BrokenAccounts.Kind.allCases)
    func verdicts(_ kind: BrokenAccounts.Kind) throws {
        let broken = try BrokenAccounts.broken(kind)
        let before = broken.whole.verdicts
        // Without the caller's account the ARNs of volumes lose it too.
        for test in broken.cases where kind != .native || test.path != ["caller"] {
            for (key, verdict) in test.assessment.verdicts where !verdict.isNoBetter(than: before[key]) {
                Issue.record("\(test.path) \(key): \(before[key].map(\.rawValue) ?? "-") became \(verdict.rawValue)")
            }
        }
    }

    @Test("many unread facts leave each verdict as it was, or make it unknown", arguments: BrokenAccounts.Kind.allCases)
    func verdictsOfHandfuls(_ kind: BrokenAccounts.Kind) throws {
        let broken = try BrokenAccounts.broken(kind)
        let before = broken.whole.verdicts
        for (paths, assessment) in broken.handfuls {
            for (key, verdict) in assessment.verdicts where !verdict.isNoBetter(than: before[key]) {
                Issue.record("\(paths) \(key): \(before[key].map(\.rawValue) ?? "-") became \(verdict.rawValue)")
            }
        }
    }

    @Test("one unread fact turns no answer into a yes", arguments: BrokenAccounts.Kind.allCases)
    func answers(_ kind: BrokenAccounts.Kind) throws {
        let broken = try BrokenAccounts.broken(kind)
        for test in broken.cases {
            for (after, before) in zip(test.assessment.scenarios, broken.whole.scenarios) where after.answer == .yes {
                #expect(before.answer == .yes, "\(test.path) \(after.scenario)")
            }
        }
    }

    @Test(
        "one unread fact adds no finding, but those that a newer recovery point would have silenced",
        arguments: BrokenAccounts.Kind.allCases)
    func findings(_ kind: BrokenAccounts.Kind) throws {
        let broken = try BrokenAccounts.broken(kind)
        let before = broken.whole.findingNames
        let silenced = ["s3-destination-unreadable", "backup-copy-failing", "backup-jobs-failing"]
        // Without the caller's account, plans lose it from their ARNs, and a foreign resource looks like an own one.
        for test in broken.cases where test.path != ["caller"] {
            let added = test.assessment.findingNames.subtracting(before).filter { name in
                !silenced.contains { name.hasPrefix($0) }
            }
            #expect(added.isEmpty, "\(test.path)")
        }
    }
}

extension Verdict {
    /// The same, or unknown; and what a threat did not touch may turn out to be safe from it by another way.
    fileprivate func isNoBetter(than before: Verdict?) -> Bool {
        self == .unknown || self == before || (self == .protected && before == .unaffected)
    }
}
