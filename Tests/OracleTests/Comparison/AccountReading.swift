import AWSCore
import AWSModel
import Foundation
import Posture
import SimulatedAWS
import Survey

/// What Lifeboat says of an account that it reads by its wire.
enum AccountReading {
    /// - Parameter samples: whether every object is asked what it says of itself.
    static func inventory(of aws: SimulatedAWS, samples: Bool) async throws -> Inventory {
        let keys = SimulatedCredentials()
        let client = AWSClient(
            transport: aws,
            credentials: FixedCredentials(
                Credentials(accessKeyID: keys.accessKeyID, secretAccessKey: keys.secretAccessKey, source: "the test")),
            endpoints: EndpointResolver(),
            clock: ClientClock(now: { aws.now }, uptime: { .zero }, sleep: { _ in }, random: { 0.5 }))
        let survey = AccountSurvey(
            client: client, homeRegion: "us-east-1", regions: DrawnAccount.regions, now: { aws.now })
        var inventory = try await survey.inventory()
        if samples { inventory.objectSamples = await survey.objectSamples(of: inventory, size: 1_000) }
        return inventory
    }

    static func assessment(of inventory: Inventory, at moment: Date) -> Assessment {
        Analyzer.assess(inventory, threats: Act.allCases.map(\.threat), now: moment)
    }
}

extension Assessment {
    /// What is said of a resource in a scenario; nil when nothing is.
    func judged(_ arn: String, _ threat: Threat, losing region: Region? = nil) -> ResourceAssessment? {
        scenarios.first { $0.scenario.threat == threat && $0.scenario.region == region }?
            .resources.first { $0.arn == arn }
    }
}

extension DrawnObstacles {
    var faults: SimulatedFaults {
        var faults = SimulatedFaults()
        faults.denials = denials.map { SimulatedFaults.Denial($0.action, resource: $0.resource, region: $0.region) }
        if let darkRegion { faults.darkRegions = [darkRegion: .silent] }
        return faults
    }
}
