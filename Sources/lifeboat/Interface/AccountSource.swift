import AWSCore
import AWSModel
import Foundation
import Posture
import SimulatedAWS
import Survey

/// Where the interface reads from.
enum AccountSource: Sendable {
    /// The account that options, environment and files name.
    case real(ConnectionOptions)
    /// - Parameter over: what carries the requests; nil hands them to the account itself.
    case simulated(SimulatedAWS, over: (any Transport)? = nil)
    /// What was read earlier.
    case snapshot(Inventory, path: String)

    /// What the header says instead of a profile; nil for a real account.
    var name: String? {
        switch self {
        case .real: nil
        case .simulated: "the simulated account"
        case .snapshot(_, let path): "snapshot \(path)"
        }
    }
}
