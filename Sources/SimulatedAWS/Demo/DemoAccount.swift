package import Foundation

/// The account of `lifeboat demo`: a company's history that shows every verdict and every finding.
package enum DemoAccount {
    /// The account as of a moment; the same moment gives the same account.
    package static func make(now: Date) -> SimulatedAWS {
        SimulatedAWS(at: now)
    }
}
