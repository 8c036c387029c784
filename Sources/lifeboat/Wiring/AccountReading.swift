import AWSCore
import Posture
import Survey

/// Reads the account for a command that answers once.
enum AccountReading {
    /// Whose sizes and request metrics are read too, for what is paid for them.
    enum Costs: Sendable {
        case none, all
        case only(@Sendable (Inventory) -> Set<String>)
    }

    /// - Parameter history: whether the jobs of the last 30 days are read too.
    /// - Throws: `Failure` where the account could not be asked at all.
    static func inventory(
        _ connection: ConnectionOptions, costs: Costs = .none, history: Bool = false
    ) async throws -> Inventory {
        let connected = try connection.connect()
        // Before the progress line, for a person may be asked for a code.
        _ = try await connected.keys()
        if let assumed = connected.assumedRegion { Output.error("lifeboat: \(assumed)\n") }
        let survey = AccountSurvey(
            client: connected.client, homeRegion: connected.homeRegion, regions: connected.regions)
        do {
            return try await ProgressLine(connected.client).during {
                var inventory = try await survey.inventory()
                switch costs {
                case .none: break
                case .all: inventory.usage = await survey.usage(of: inventory)
                case .only(let names): inventory.usage = await survey.usage(of: inventory, only: names(inventory))
                }
                if history { inventory.history = await survey.history(of: inventory) }
                return inventory
            }
        } catch let error as AWSError {
            throw Failure.couldNotTell(error.description)
        }
    }
}
