import AWSCore
import AWSModel
import Foundation
import Posture
import SimulatedAWS
import Survey

/// What Lifeboat says of an account that it reads by its wire.
enum AccountReading {
    static func assessment(of aws: SimulatedAWS) async throws -> Assessment {
        let keys = SimulatedCredentials()
        let client = AWSClient(
            transport: aws,
            credentials: FixedCredentials(
                Credentials(accessKeyID: keys.accessKeyID, secretAccessKey: keys.secretAccessKey, source: "the test")),
            endpoints: EndpointResolver(),
            clock: ClientClock(now: { aws.now }, uptime: { .zero }, sleep: { _ in }, random: { 0.5 }))
        let survey = AccountSurvey(
            client: client, homeRegion: "us-east-1", regions: DrawnAccount.regions, now: { aws.now })
        return Analyzer.assess(try await survey.inventory(), threats: Act.allCases.map(\.threat), now: aws.now)
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
