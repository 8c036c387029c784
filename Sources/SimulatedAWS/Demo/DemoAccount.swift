package import Foundation

/// The account of `lifeboat demo`: the history of a company that teaches by video, with all that can go wrong in it.
package enum DemoAccount {
    /// The account as of a moment; the same moment gives the same account.
    package static func make(now: Date) -> SimulatedAWS {
        var story = DemoStory(endingAt: now)
        story.tell()
        return SimulatedAWS(story.account)
    }
}
