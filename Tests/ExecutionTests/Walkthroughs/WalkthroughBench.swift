import AWSCore
import AWSModel
import AWSServices
import Execution
import Foundation
import Posture
import Recovery
import SimulatedAWS
import Survey

/// The demo account with a walkthrough in it: its needs are answered by asking the account, its calls are made, and
/// the account's clock passes as the waits ask.
struct WalkthroughBench {
    static let moment = Date(timeIntervalSince1970: 1_795_262_400)  // 2026-11-21 12:00 UTC
    /// Founded once: each walkthrough begins with a copy of it.
    private static let account = DemoAccount.make(now: moment).configure { $0 }
    private static let inventory = Task { () -> Inventory in
        let aws = SimulatedAWS(account)
        return try await AccountSurvey(client: client(aws), homeRegion: "us-east-1", now: { aws.now }).inventory()
    }

    let aws = SimulatedAWS(account)
    let transport: WatchedTransport
    let client: AWSClient
    let journal = MemoryJournal()
    let inventory: Inventory

    init() async throws {
        transport = WatchedTransport(aws)
        client = Self.client(aws, transport)
        inventory = try await Self.inventory.value
    }

    private static func client(_ aws: SimulatedAWS, _ transport: (any Transport)? = nil) -> AWSClient {
        let keys = SimulatedCredentials()
        let uptime = Lock(Duration.zero)
        return AWSClient(
            transport: transport ?? aws,
            credentials: FixedCredentials(
                Credentials(
                    accessKeyID: keys.accessKeyID, secretAccessKey: keys.secretAccessKey, source: "the demo")),
            endpoints: EndpointResolver(), retries: RetryPolicy(maximumAttempts: 2),
            clock: ClientClock(
                now: { aws.now }, uptime: { uptime.withLock { $0 } },
                sleep: { wait in uptime.withLock { $0 += wait } }, random: { 0.5 }))
    }

    var writes: [String] { journal.entries.map(\.call.action.call) }

    func walkthrough(isRehearsal: Bool = false) -> Walkthrough {
        Walkthrough(
            account: inventory.caller.value?.account, operatorName: "ada", startedAt: aws.now, knownAt: aws.now,
            isRehearsal: isRehearsal)
    }

    /// Answers by name, with the first choice or the default where none is given, until the end.
    ///
    /// - Returns: What was asked and not answered; nil at the end.
    func go(_ walk: inout Walkthrough, _ answers: [String: String], isStopped: (Walkthrough) -> Bool = { _ in false })
        async throws -> Question?
    {
        let briefing = Briefing(inventory, now: aws.now)
        for _ in 0..<200 where !walk.isFinished && walk.refusal == nil {
            if isStopped(walk) { return nil }
            if let need = walk.needs.first {
                if walk.isUnderWay, let again = walk.confirm(typed: walk.nameToType ?? "") {
                    grant.withLock { $0 = again }
                }
                let fact: Fact
                if let known = briefing.fact(for: need) { fact = known } else { fact = await self.fact(need, walk) }
                walk.receive(fact, for: need)
            } else if let question = walk.question {
                if question.step == .confirm {
                    guard let given = walk.confirm(typed: walk.nameToType ?? "", at: aws.now) else { return question }
                    grant.withLock { $0 = given }
                    continue
                }
                guard let answer = answers[question.name] ?? (question.isInfo ? "" : question.initial) else {
                    return question
                }
                try walk.answer(answer)
            }
        }
        return walk.question
    }

    private let grant = Lock<WriteGrant?>(nil)

    private func fact(_ need: Need, _ walk: Walkthrough) async -> Fact {
        switch need {
        case .points(let resource, let vault, let region, let moment):
            do throws(AWSError) {
                return .points(
                    try await RecoveryPointsBefore(client: client).list(
                        resource, in: vault, of: region, before: moment))
            } catch {
                return .failure(ReadFailure(.other, error.description))
            }
        case .metadata(let point, let vault, let region):
            do throws(AWSError) {
                let reply = try await client.send(
                    Backup.GetRecoveryPointRestoreMetadata(vaultName: vault, recoveryPointARN: point), in: region)
                return .metadata(reply.metadata)
            } catch {
                return .failure(ReadFailure(.other, error.description))
            }
        case .listing: return .listing([])
        case .routes(let accessPoint, let region):
            guard let account = ARN(accessPoint)?.account else { return .failure(ReadFailure(.other, "no account")) }
            do throws(AWSError) {
                return .routes(
                    try await client.send(
                        S3Control.GetMultiRegionAccessPointRoutes(accountID: account, accessPoint: accessPoint),
                        in: region))
            } catch {
                return .failure(ReadFailure(.other, error.description))
            }
        case .preflight(let draft):
            let aws = aws
            return .checks(await Execution.Preflight(client: client, now: { aws.now }).check(draft))
        case .token: return .token("token-\(journal.entries.count + 1)")
        case .progress:
            let aws = aws
            let executor = Executor(client: client, journal: journal, now: { aws.now })
            let run = RecoveryRun(walk.confirmedCalls, with: executor) { aws.advance(by: $0) }
            return .progress(await run.run(under: grant.withLock { $0 }, known: journal.known))
        case .verification(let made):
            guard let draft = walk.draft else { return .verification([]) }
            return .verification(await Verification(client: client).verify(made, of: draft, since: walk.confirmedAt))
        case .regions, .resources, .ways:
            return .failure(ReadFailure(.other, "the briefing does not know"))
        }
    }
}
