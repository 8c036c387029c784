import AWSCore
import AWSModel
import Canvas
import Console
import Foundation
import Posture
import SimulatedAWS
import Survey

/// The demo account as the interface shows it, at a moment that stands still.
enum DemoScreens {
    /// A Wednesday, 2026-11-18 11:06:40 UTC.
    static let moment = Date(timeIntervalSince1970: 1_795_000_000)

    /// What is read of the demo account, with some of it out of reach.
    static func inventory(
        of account: SimulatedAccount = DemoAccount.make(now: moment).configure { $0 },
        faults: SimulatedFaults = SimulatedFaults(), later seconds: Double = 0
    ) async throws -> Inventory {
        let aws = SimulatedAWS(account)
        aws.faults = faults
        let keys = SimulatedCredentials()
        let clock: @Sendable () -> Date = { aws.now.addingTimeInterval(seconds) }
        let client = AWSClient(
            transport: aws,
            credentials: FixedCredentials(
                Credentials(accessKeyID: keys.accessKeyID, secretAccessKey: keys.secretAccessKey, source: "the test")),
            endpoints: EndpointResolver(),
            clock: ClientClock(now: { aws.now }, sleep: { _ in }, random: { 0.5 }))
        let survey = AccountSurvey(client: client, homeRegion: "us-east-1", now: clock)
        var inventory = try await survey.inventory()
        inventory.history = await survey.history(of: inventory)
        inventory.usage = await survey.usage(of: inventory)
        return inventory
    }

    static let clean = Task { try await inventory() }

    /// A minute later, with one region silent.
    static let dark = Task {
        var faults = SimulatedFaults()
        faults.darkAfterCalls["eu-central-1"] = 0
        return try await inventory(faults: faults, later: 60)
    }

    /// With credentials that may list what there is, and look at little of it.
    static let denied = Task {
        var faults = SimulatedFaults()
        faults.denials = [
            SimulatedFaults.Denial("s3:GetReplicationConfiguration"),
            SimulatedFaults.Denial("backup:ListRecoveryPointsByBackupVault"),
            SimulatedFaults.Denial("cloudwatch:*"),
        ]
        return try await inventory(faults: faults)
    }

    /// With a network that reaches no region.
    static let unreachable = Task {
        var faults = SimulatedFaults()
        for region in try await clean.value.regions { faults.darkRegions[region.name] = .refused }
        return try await inventory(faults: faults)
    }

    /// An account that holds nothing at all.
    static let empty = Task {
        try await inventory(of: SimulatedAccount(id: "123456789012", at: moment))
    }

    /// The interface before anything was read.
    static func blank(_ size: Size) -> Driver {
        var account = AccountState(source: "the simulated account")
        account.profiles = ["default", "production"]
        var driver = Driver(Model(size: size, now: moment, account: account))
        driver.take(.records(RestoreRecords(nextIDs: ["walkthrough", "walkthrough-2", "walkthrough-3"])))
        return driver
    }

    /// The interface once the demo account was read.
    static func settled(_ size: Size) async throws -> Driver {
        var driver = blank(size)
        driver.take(.surveyBegan, .surveyed(try await clean.value))
        return driver
    }
}
