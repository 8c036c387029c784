import AWSCore
import AWSModel
import Foundation
import SimulatedAWS

/// A client of a simulated account in this process: no credentials, no network.
struct SimulatedConnection {
    let client: AWSClient
    let homeRegion: Region = "us-east-1"

    init(_ aws: SimulatedAWS, over transport: (any Transport)? = nil) {
        let keys = SimulatedCredentials()
        client = AWSClient(
            transport: transport ?? aws,
            credentials: FixedCredentials(
                Credentials(
                    accessKeyID: keys.accessKeyID, secretAccessKey: keys.secretAccessKey,
                    source: "the simulated account")),
            endpoints: EndpointResolver(),
            clock: ClientClock(now: { aws.now }, sleep: ClientClock.system.sleep, random: ClientClock.system.random))
    }
}
