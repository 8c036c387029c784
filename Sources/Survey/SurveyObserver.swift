package import AWSCore
package import Posture

/// Shown how far a survey is while it runs: for an interface that fills as answers arrive.
package struct SurveyObserver: Sendable {
    /// What a survey has read so far.
    package struct Progress: Sendable {
        /// What is not read yet is `notRead` in it or missing; the regions' states are those of now.
        package var inventory: Inventory
        package var calls: CallStatistics
    }

    /// The least time from one look to the next; making an inventory of 50,000 buckets is not for nothing.
    let interval: Duration
    let see: @Sendable (Progress) async -> Void

    /// - Parameter see: not called again before it returned.
    package init(every interval: Duration = .seconds(1), see: @escaping @Sendable (Progress) async -> Void) {
        self.interval = interval
        self.see = see
    }

    /// Goes on until it is cancelled.
    func watch(_ account: SurveyedAccount, _ client: AWSClient) async {
        while true {
            do { try await Task.sleep(for: interval) } catch { return }
            await see(Progress(inventory: account.inventory(), calls: client.statistics))
        }
    }
}
