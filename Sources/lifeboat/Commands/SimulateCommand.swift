import ArgumentParser
import Foundation
import SimulatedAWS
import SimulatedAWSServer

/// `lifeboat simulate`: the simulated account on a loopback port.
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Serve the simulated account on a loopback port, for the AWS CLI, SDKs and Terraform.",
        discussion: """
            It listens on 127.0.0.1 alone, prints its address, and ends with SIGTERM or SIGINT.
            """)

    @Option(help: "The port; 0 takes a free one.")
    var port = 0

    @Flag(help: "Start with an empty account instead of the demo's.")
    var empty = false

    @Flag(help: "Refuse requests that are not signed with the account's own keys.")
    var verifySignatures = false

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("\(port) is not a port: 0 to 65535.") }
    }

    func run() async throws {
        let aws = empty ? SimulatedAWS(at: Date()) : DemoAccount.make(now: Date())
        aws.configure { $0.credentials.verifySignatures = verifySignatures }
        aws.follow { Date() }
        StopSignal.listen()
        let server: SimulatedAWSServer
        do { server = try await SimulatedAWSServer.start(aws, port: port) } catch {
            throw Failure.usage("port \(port) of 127.0.0.1 cannot be served: \(error)")
        }
        let keys = SimulatedCredentials()
        try Output.standard(
            """
            http://127.0.0.1:\(server.port)

            export AWS_ENDPOINT_URL=http://127.0.0.1:\(server.port)
            export AWS_ACCESS_KEY_ID=\(keys.accessKeyID) AWS_SECRET_ACCESS_KEY='\(keys.secretAccessKey)' AWS_REGION=us-east-1

            """)
        await StopSignal.wait()
        try await server.shutdown()
    }
}
