import Canvas
import Console
import Foundation
import Recovery

/// Each step of the walkthrough.
extension ScreenCase {
    /// `terraform-state` from the list of buckets, as far as so many questions.
    private static func walk(
        _ name: String, answers: Int, then keys: String = "", host: WalkHost = WalkHost(), start: String = "r"
    ) -> ScreenCase {
        ScreenCase(name) { size in
            var driver = try await DemoScreens.settled(size)
            driver.host = host
            driver.press("2 / terraform-state enter \(start)")
            for _ in 0..<answers { driver.press("enter") }
            driver.press(keys)
            return driver
        }
    }

    static let walkthrough: [ScreenCase] = [
        walk("restore-incident", answers: 0),
        walk("restore-lost-region", answers: 1),
        walk("restore-resource", answers: 2),
        walk("restore-path", answers: 3),
        walk("restore-destination", answers: 4),
        walk("restore-bucket", answers: 5),
        walk("restore-parameters", answers: 5, then: "my-dr-bucket enter enter"),
        walk("restore-role", answers: 5, then: "my-dr-bucket enter enter enter enter"),
        walk("restore-preflight", answers: 5, then: toPreflight),
        walk("restore-review", answers: 5, then: toPreflight + " enter"),
        walk("restore-confirm", answers: 5, then: toPreflight + " enter enter"),
        walk("restore-wrong-name", answers: 5, then: toPreflight + " enter enter my-bucket enter"),
        walk("restore-progress", answers: 5, then: confirmed),
        walk("restore-ended", answers: 5, then: confirmed, host: ended(.completed)),
        walk("restore-failed", answers: 5, then: confirmed, host: ended(.failed)),
        walk("restore-verify", answers: 5, then: confirmed + " enter", host: ended(.completed)),
        walk("restore-record", answers: 5, then: confirmed + " enter enter y enter", host: ended(.completed)),
        walk(
            "restore-recorded", answers: 5, then: confirmed + " enter enter y enter DR-118 enter",
            host: ended(.completed)),
        walk("restore-wrong-answer", answers: 5, then: "X enter"),
        walk("restore-back", answers: 6, then: "shift-tab shift-tab"),
        walk("restore-unread", answers: 3, then: "enter", host: denied),
        nameWanted("restore-name-wanted"),
        walk("restore-given-up", answers: 5, then: confirmed, host: givenUp),
        nameWanted("restore-looking", then: "shift-tab"),
        ScreenCase("restore-held") { size in
            var driver = try await confirmedDriver(size)
            guard let walk = driver.model.walk else { return driver }
            driver.take(
                .walkHeld(
                    id: walk.id,
                    HeldWalk(
                        walkthrough: walk.walkthrough, holder: "ann@bastion (process 1595 of bastion)",
                        calls: [
                            "✓ startRestoreJob in us-west-2: accepted, 8b9e40be (2026-11-18 11:02 UTC, ann@bastion)"
                        ],
                        progress: ["✓ backup:StartRestoreJob accepted: 8b9e40be", "RUNNING, 40 %, for 3 min"])))
            return driver
        },
        walk("quit-under-way", answers: 5, then: confirmed + " esc q"),
        ScreenCase("restore-kept") { size in
            var driver = try await DemoScreens.settled(size)
            driver.press("2 / terraform-state enter r enter enter")
            guard let walk = driver.model.walk else { return driver }
            driver.press("esc")
            let kept = KeptWalk(id: walk.id, walkthrough: walk.walkthrough, updatedAt: DemoScreens.moment)
            let drill = DrillLine(
                id: 1, at: DemoScreens.moment.addingTimeInterval(-86_400), resource: "arn:aws:s3:::media-originals",
                type: "s3-bucket", region: "us-west-2", words: "recovered by s3-replication, took 12 min",
                provesUntil: DemoScreens.moment.addingTimeInterval(89 * 86_400), evidence: ["DR-118"])
            var lapsed = drill
            lapsed.id = 2
            lapsed.resource = "arn:aws:s3:::terraform-state"
            lapsed.at = DemoScreens.moment.addingTimeInterval(-100 * 86_400)
            lapsed.provesUntil = DemoScreens.moment.addingTimeInterval(-10 * 86_400)
            driver.take(.records(RestoreRecords(walks: [kept], drills: [drill, lapsed], nextIDs: ["walkthrough-2"])))
            return driver
        },
    ]

    /// After a restart, with a call of which the journal does not know that AWS took it.
    private static func nameWanted(_ name: String, then keys: String = "") -> ScreenCase {
        ScreenCase(name) { size in
            var driver = try await DemoScreens.settled(size)
            var host = WalkHost()
            host.progress = RecoveryProgress(.unknown, messages: ["? it was not sent; confirm it again to go on"])
            driver.host = host
            driver.press("2 / terraform-state enter r enter enter enter enter enter \(confirmed)")
            if let walk = driver.model.walk, let call = walk.walkthrough.confirmedCalls.first {
                driver.take(.walkWantsName(id: walk.id, [UnsentCall(call, "it was not sent")]))
            }
            driver.press(keys)
            return driver
        }
    }

    /// AWS took the call, and may not be asked how far it is.
    private static var givenUp: WalkHost {
        var host = WalkHost()
        host.progress = RecoveryProgress(
            .unknown,
            messages: [
                "✓ backup:StartRestoreJob accepted: 8b9e40be",
                "? backup:DescribeRestoreJob in us-west-2: denied (AccessDeniedException): not authorized to perform "
                    + "backup:DescribeRestoreJob",
            ])
        host.progress?.unsent = []
        return host
    }

    private static func confirmedDriver(_ size: Size) async throws -> Driver {
        var driver = try await DemoScreens.settled(size)
        driver.press("2 / terraform-state enter r enter enter enter enter enter \(confirmed)")
        return driver
    }

    private static let toPreflight = "my-dr-bucket enter enter enter enter enter"
    private static let confirmed = toPreflight + " enter enter my-dr-bucket enter"

    private static func ended(_ state: RecoveryProgress.State) -> WalkHost {
        var host = WalkHost()
        host.progress =
            state == .completed
            ? RecoveryProgress(
                .completed, percent: 100, messages: ["✓ all calls have ended well"],
                created: ["arn:aws:s3:::my-dr-bucket"], seconds: 432)
            : RecoveryProgress(.failed, percent: 70, messages: ["✗ the restore was stopped at 70 %"], seconds: 200)
        return host
    }

    private static var denied: WalkHost {
        var host = WalkHost()
        host.failure = ReadFailure(
            .denied, "backup:GetRecoveryPointRestoreMetadata in us-west-2: denied (AccessDeniedException)")
        return host
    }
}
