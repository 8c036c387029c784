import AWSCore
import AWSModel
import Foundation
import Posture
import Report
import SimulatedAWS
import Survey

/// A survey of the demo account in this process: its clock stands still and nobody waits.
struct DemoSurvey: Sendable {
    /// A Wednesday, 2026-11-18 11:06:40 UTC.
    static let moment = Date(timeIntervalSince1970: 1_795_000_000)
    /// The account of that moment, made once.
    private static let account = DemoAccount.make(now: moment).configure { $0 }

    /// What is read when nothing goes wrong; read once.
    static var clean: DemoSurvey {
        get async throws { try await cleanTask.value }
    }
    private static let cleanTask = Task { try await DemoSurvey() }

    /// The same, with what objects say of themselves; read once.
    static var sampled: DemoSurvey {
        get async throws { try await sampledTask.value }
    }
    private static let sampledTask = Task { try await DemoSurvey(SimulatedAWS(account), samples: true) }

    let assessment: Assessment
    /// Attempts that had to be made again.
    let retries: Int

    /// The account of the moment above, read while something goes wrong or nothing does.
    init(faults: SimulatedFaults = SimulatedFaults()) async throws {
        try await self.init(SimulatedAWS(Self.account), faults: faults)
    }

    /// - Parameter samples: whether objects are asked, as the demo does.
    init(_ aws: SimulatedAWS, faults: SimulatedFaults = SimulatedFaults(), samples: Bool = false) async throws {
        aws.faults = faults
        let keys = SimulatedCredentials()
        let client = AWSClient(
            transport: aws,
            credentials: FixedCredentials(
                Credentials(accessKeyID: keys.accessKeyID, secretAccessKey: keys.secretAccessKey, source: "the test")),
            endpoints: EndpointResolver(),
            clock: ClientClock(now: { aws.now }, uptime: { .zero }, sleep: { _ in }, random: { 0.5 }))
        let survey = AccountSurvey(client: client, homeRegion: "us-east-1", now: { aws.now })
        var inventory = try await survey.inventory()
        inventory.usage = await survey.usage(of: inventory)
        if samples { inventory.objectSamples = await survey.objectSamples(of: inventory, size: 8) }
        assessment = Analyzer.assess(inventory, prices: .dated, now: aws.now)
        retries = client.statistics.retries
    }

    /// The whole report as JSON.
    var json: String {
        let text = Collected()
        Report.write(assessment, as: .json, options: ReportOptions(all: true)) { text.chunks.append($0) }
        return text.chunks.joined()
    }

    /// What is said of each resource in the outage of its own region, by ARN.
    var judged: [String: ResourceAssessment] {
        let touched = assessment.scenarios.flatMap { $0.resources.filter { $0.verdict != .unaffected } }
        return Dictionary(touched.map { ($0.arn, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func status(of region: Region) -> RegionState.Status? {
        assessment.regions.first { $0.name == region }?.status
    }

    private final class Collected { var chunks: [String] = [] }
}
