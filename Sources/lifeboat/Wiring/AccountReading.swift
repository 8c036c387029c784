import AWSCore
import Posture
import Survey

/// Reads the account for a command that answers once.
enum AccountReading {
    /// - Parameters:
    ///   - besides: what is asked besides what decides the verdicts.
    ///   - history: whether the jobs of the last 30 days are read too.
    /// - Throws: `Failure` where the account could not be asked at all.
    static func inventory(
        _ connection: ConnectionOptions, besides: AskedBesides = AskedBesides(), history: Bool = false
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
                await besides.read(survey, into: &inventory)
                if history { inventory.history = await survey.history(of: inventory) }
                return inventory
            }
        } catch let error as AWSError {
            throw Failure.couldNotTell(error.description)
        }
    }
}
