import AWSCore
import AWSModel
import AWSServices
import ArgumentParser
import Foundation
import Posture
import Survey

/// `lifeboat doctor`: who you are, how long that holds, which endpoints answer, what is not allowed.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Credentials and their expiry, endpoints, permissions; or the minimal policy.",
        discussion: "Exit codes: 0 all is well, 1 something is missing or silent, 2 no credentials.")

    @OptionGroup var connection: ConnectionOptions

    @Flag(help: "Print the minimal IAM policy that lets Lifeboat read, and end.")
    var policy = false

    @Flag(help: "With --policy: print the policy that lets Lifeboat recover instead, for the day it is needed.")
    var restore = false

    @Flag(help: "With --policy: print the policy that --sample-objects needs besides.")
    var sampleObjects = false

    func validate() throws {
        guard policy || !restore else { throw ValidationError("--restore goes with --policy.") }
        guard policy || !sampleObjects else { throw ValidationError("--sample-objects goes with --policy.") }
        guard !restore || !sampleObjects else {
            throw ValidationError("--restore and --sample-objects are policies of their own: name one.")
        }
    }

    private var printedPolicy: String {
        if restore { return OperationCatalogue.recoveryPolicy }
        return sampleObjects ? SurveyedOperations.samplingPolicy : SurveyedOperations.policy
    }

    func run() async throws {
        if policy {
            return try Output.standard(printedPolicy + "\n")
        }
        let connected = try connection.connect()
        let keys = try await connected.keys()
        let page = DoctorPage()
        page.credentials(keys, origin: connected.chain.origin, homeRegion: connected.homeRegion, now: Date())
        page.region(connected.homeRegion, assumed: connected.assumedRegion)

        let inventory: Inventory
        do {
            inventory = try await ProgressLine(connected.client).during {
                try await AccountSurvey(
                    client: connected.client, homeRegion: connected.homeRegion, regions: connected.regions
                ).inventory()
            }
        } catch let error as AWSError {
            throw Failure.couldNotTell(error.description)
        }
        let probes = await EndpointProbe.probe(
            connected.client, regions: inventory.regions.filter { $0.status != .notEnabled }.map(\.name))
        let assessment = Analyzer.assess(inventory, now: inventory.takenAt)
        let missing = MissingPermission.missing(in: assessment)
        page.caller(inventory.caller)
        page.endpoints(probes, regions: inventory.regions)
        page.permissions(missing)
        page.terminal(ProcessInfo.processInfo.environment)
        let isSilent = probes.contains { if case .silent = $0.answer { true } else { false } }
        if isSilent || !missing.isEmpty || !inventory.caller.isRead { throw ExitCode(Failure.Code.no.rawValue) }
    }
}
