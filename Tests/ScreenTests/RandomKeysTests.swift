import AWSModel
import Canvas
import Console
import Foundation
import Posture
import Recovery
import Testing

/// Whatever is pressed, a change of the account is asked for by the typed name alone.
@Suite("Random keys")
struct RandomKeysTests {
    /// Small, fast and the same everywhere.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state
        }
    }

    private static let keys: [Key] =
        [
            .enter, .enter, .enter, .escape, .tab, .backTab, .up, .down, .left, .right, .pageUp, .pageDown, .home, .end,
            .backspace, .delete, .control("c"), .control("r"), .control("u"), .control("w"),
        ]
        + "abcdefghijklmnopqrstuvwxyzRTNJKGZ0123456789:/?![] -.".map(Key.character)

    /// The calls that were asked for with a leave, of some keys pressed from a place on.
    private func granted(_ driver: inout Driver, seed: UInt64, count: Int) -> [Effect] {
        var dice = Dice(state: seed)
        var granted: [Effect] = []
        for _ in 0..<count {
            let key = Self.keys.randomElement(using: &dice) ?? .enter
            let state = driver.model.walk
            let seen = driver.undone.count
            driver.take(.key(key))
            for case .recover(_, let calls, let grant?) in driver.undone.dropFirst(seen) {
                let typed = state?.input.text
                #expect(key == .enter && typed == state?.walkthrough.nameToType, "\(key) asked for \(calls)")
                #expect(calls.allSatisfy { grant.covers($0.token) })
                granted.append(.recover(id: "", calls, grant))
            }
            // Whoever leaves the program comes back.
            if driver.model.isEnding { return granted }
        }
        return granted
    }

    @Test("10,000 of them from the panes start nothing", arguments: 1...10)
    func fromPanes(seed: UInt64) async throws {
        var left = 1_000
        while left > 0 {
            var driver = try await DemoScreens.settled(Size(columns: 80, rows: 24))
            driver.press("6 n")
            let some = min(left, 250)
            #expect(granted(&driver, seed: seed &* 7919 &+ UInt64(left), count: some).isEmpty)
            left -= some
        }
    }

    @Test("those from the confirmation start nothing, and the name does", arguments: 1...4)
    func fromConfirmation(seed: UInt64) async throws {
        func confirming() async throws -> Driver {
            var driver = try await DemoScreens.settled(Size(columns: 80, rows: 24))
            driver.press("2 / terraform-state enter r enter enter enter enter enter my-dr-bucket enter enter enter")
            driver.press("enter enter enter enter")
            return driver
        }
        var driver = try await confirming()
        #expect(driver.model.walk?.walkthrough.step == .confirm && driver.model.isArmed)
        #expect(granted(&driver, seed: seed, count: 250).isEmpty)

        driver = try await confirming()
        driver.press("my-dr-bucket enter")
        let calls = driver.undone.compactMap { effect -> [PlannedCall]? in
            if case .recover(_, let calls, .some) = effect { calls } else { nil }
        }
        #expect(calls.count == 1 && calls.first?.count == 1)
        #expect(driver.model.isArmed == false)
    }
}
