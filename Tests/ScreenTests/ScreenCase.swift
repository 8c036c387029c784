import AWSModel
import Canvas
import Console
import Foundation
import Posture

/// One state of the interface that has a golden screen at every size.
struct ScreenCase: Sendable, CustomStringConvertible {
    /// `<pane>-<state>`
    let name: String
    let make: @Sendable (Size) async throws -> Driver
    var description: String { name }

    init(_ name: String, _ make: @escaping @Sendable (Size) async throws -> Driver) {
        self.name = name
        self.make = make
    }

    /// The settled interface after some keys.
    static func keys(_ name: String, _ keys: String) -> ScreenCase {
        ScreenCase(name) { size in
            var driver = try await DemoScreens.settled(size)
            driver.press(keys)
            return driver
        }
    }

    static let all: [ScreenCase] = panes + walkthrough

    private static let panes: [ScreenCase] = [
        ScreenCase("posture-loading") { size in
            var driver = DemoScreens.blank(size)
            driver.take(
                .surveyBegan,
                .progress(calls: 12, expected: 40, waitingFor: ["us-east-1", "us-west-2", "eu-central-1"], regions: 4))
            return driver
        },
        ScreenCase("posture-failed") { size in
            var driver = DemoScreens.blank(size)
            driver.take(
                .surveyBegan,
                .surveyFailed("there are no credentials: the environment, the files and the instance have none"))
            return driver
        },
        .keys("posture-faults", ""),
        .keys("posture-all", "a"),
        .keys("posture-other-region", "right"),
        .keys("posture-zoomed", "z"),
        .keys("posture-threats", "T j j"),
        .keys("posture-corruption", "T j j j enter"),
        .keys("posture-account-loss", "T end k enter a"),
        ScreenCase("posture-region-dark") { size in
            var driver = try await DemoScreens.settled(size)
            driver.now = DemoScreens.moment.addingTimeInterval(72)
            driver.take(.key(.character("R")), .surveyed(try await DemoScreens.dark.value))
            return driver
        },
        ScreenCase("posture-denied") { size in
            var driver = DemoScreens.blank(size)
            driver.take(.surveyBegan, .surveyed(try await DemoScreens.denied.value))
            return driver
        },
        ScreenCase("buckets-denied") { size in
            var driver = DemoScreens.blank(size)
            driver.take(.surveyBegan, .surveyed(try await DemoScreens.denied.value))
            driver.press("2")
            return driver
        },
        ScreenCase("posture-empty-account") { size in
            var driver = DemoScreens.blank(size)
            driver.take(.surveyBegan, .surveyed(try await DemoScreens.empty.value))
            return driver
        },
        ScreenCase("calendar-empty-account") { size in
            var driver = DemoScreens.blank(size)
            driver.take(.surveyBegan, .surveyed(try await DemoScreens.empty.value))
            driver.press("4")
            return driver
        },
        ScreenCase("posture-unreachable") { size in
            var driver = DemoScreens.blank(size)
            driver.take(.surveyBegan, .surveyed(try await DemoScreens.unreachable.value))
            return driver
        },
        ScreenCase("buckets-unreachable") { size in
            var driver = DemoScreens.blank(size)
            driver.take(.surveyBegan, .surveyed(try await DemoScreens.unreachable.value))
            driver.press("2")
            return driver
        },
        ScreenCase("posture-armed") { size in
            var driver = try await DemoScreens.settled(size)
            driver.arm()
            return driver
        },
        ScreenCase("posture-refreshing") { size in
            var driver = try await DemoScreens.settled(size)
            driver.take(
                .key(.character("R")),
                .progress(calls: 120, expected: 300, waitingFor: ["us-east-1", "us-west-2"], regions: 4))
            return driver
        },
        .keys("buckets-all", "2"),
        .keys("buckets-filtered", "2 / region:eu enter"),
        .keys("buckets-nothing-found", "2 / nowhere"),
        .keys("buckets-sorted", "2 s down down enter"),
        .keys("buckets-marked", "2 space space"),
        .keys("replication-all", "3"),
        .keys("calendar-month", "4"),
        .keys("calendar-week", "4 m"),
        .keys("calendar-day", "4 m m"),
        .keys("resources-all", "5"),
        .keys("restore-jobs", "6"),
        .keys("activity-all", "7"),
        .keys("activity-faults", "7 a"),
        .keys("resource-bucket", "2 enter"),
        .keys("resource-scrolled", "enter pgdn"),
        .keys("resource-protected", "2 / media-originals space !-dr enter enter"),
        .keys("help", "?"),
        .keys("palette", ": re"),
        .keys("palette-nothing", ": xyzzy"),
        .keys("sort-choice", "s"),
        .keys("quit", "q"),
        .keys("save", "w"),
        .keys("refused", "]"),
    ]
}
