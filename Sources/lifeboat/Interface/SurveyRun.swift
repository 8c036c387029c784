import AWSCore
import AWSModel
import Console
import Foundation
import Posture
import SimulatedAWS
import Survey

/// One reading of the account, told to the interface as it goes.
final class SurveyRun: Sendable {
    private let task: Task<Void, Never>

    init(
        _ source: AccountSource, profile: String?, regions: [Region], besides: AskedBesides, question: CodeQuestion,
        inbox: Inbox
    ) {
        task = Task.detached {
            inbox.post(.surveyBegan)
            do {
                let inventory = try await Self.inventory(
                    source, profile: profile, regions: regions, besides: besides, question: question, inbox: inbox)
                guard !Task.isCancelled else { return }
                inbox.post(.surveyed(inventory))
            } catch {
                guard !Task.isCancelled else { return }
                inbox.post(.surveyFailed(Self.sentence(of: error)))
            }
        }
    }

    func cancel() { task.cancel() }

    private static func inventory(
        _ source: AccountSource, profile: String?, regions: [Region], besides: AskedBesides, question: CodeQuestion,
        inbox: Inbox
    ) async throws -> Inventory {
        switch source {
        case .snapshot(let inventory, _): return inventory
        case .simulated(let aws, let transport):
            let connection = SimulatedConnection(aws, over: transport)
            let survey = AccountSurvey(
                client: connection.client, homeRegion: connection.homeRegion, regions: regions, now: { aws.now })
            return try await watched(connection.client, inbox) { try await Self.whole(survey, besides, inbox) }
        case .real(var options):
            if let profile { options.profile = profile }
            options.region = regions.map(\.name)
            let connected = try options.connect(askMFACode: { await question.ask($0) })
            let keys = try await connected.keys()
            inbox.post(.credentials(source: keys.source, expire: keys.expiration))
            let survey = AccountSurvey(
                client: connected.client, homeRegion: connected.homeRegion, regions: connected.regions)
            return try await watched(connected.client, inbox) { try await Self.whole(survey, besides, inbox) }
        }
    }

    private static let mostShownMeanwhile = 10_000

    /// What decides the verdicts is shown first; what happened lately follows.
    private static func whole(_ survey: AccountSurvey, _ besides: AskedBesides, _ inbox: Inbox) async throws
        -> Inventory
    {
        let observer = SurveyObserver(every: .milliseconds(300)) { progress in
            // Judging very many buckets takes time and memory that the survey needs: the rest is shown when it ends.
            guard progress.inventory.buckets.count <= mostShownMeanwhile else { return }
            inbox.post(.partial(progress.inventory))
            try? await Task.sleep(for: .milliseconds(progress.inventory.buckets.count / 5))
        }
        var inventory = try await survey.inventory(observer: observer)
        if inventory.buckets.count <= mostShownMeanwhile { inbox.post(.partial(inventory)) }
        let judged = inventory
        async let history = survey.history(of: judged)
        await besides.read(survey, into: &inventory)
        inventory.history = await history
        return inventory
    }

    /// Tells four times a second how far the work is.
    private static func watched<Value: Sendable>(
        _ client: AWSClient, _ inbox: Inbox, _ work: @Sendable () async throws -> Value
    ) async rethrows -> Value {
        let ticker = Task {
            while !Task.isCancelled {
                let done = client.statistics
                inbox.post(
                    .progress(
                        calls: done.finished, expected: done.started, waitingFor: done.waitingFor,
                        regions: done.regions))
                try? await Task.sleep(for: .milliseconds(250))
            }
        }
        defer { ticker.cancel() }
        return try await work()
    }

    private static func sentence(of error: any Error) -> String {
        switch error {
        case let failure as Failure: failure.sentence
        case let error as AWSError: error.description
        default: "a defect of ours: \(error)"
        }
    }
}
