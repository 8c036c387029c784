import AWSCore
import AWSModel
import ArgumentParser
import Foundation

/// The options that say which account is asked and how; named as the AWS CLI names them.
struct ConnectionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The profile of ~/.aws/config to use.", valueName: "name"))
    var profile: String?

    @Option(
        help: ArgumentHelp(
            "A region to read; repeat it for more. The first is asked for what is not tied to a region. Without it: every "
                + "region the account has.", valueName: "code"))
    var region: [String] = []

    @Option(help: ArgumentHelp("Ask this address instead of AWS's own.", valueName: "url"))
    var endpointURL: String?

    @Flag(name: .customLong("no-verify-ssl"), help: "Do not verify certificates.")
    var noVerifySSL = false

    @Option(help: ArgumentHelp("A file of certificates (PEM) to trust instead of the system's.", valueName: "file"))
    var caBundle: String?

    @Option(
        name: .customLong("log"),
        help: ArgumentHelp("Append every call and its outcome to this file.", valueName: "file"))
    var logFile: String?

    func validate() throws {
        for name in region where !RegionName.isWellFormed(Region(name)) {
            throw ValidationError("\"\(name)\" is not the name of a region, which reads like us-east-1.")
        }
        if let endpointURL,
            URL(string: endpointURL).flatMap({ $0.host() }) == nil
                || !(endpointURL.hasPrefix("http://") || endpointURL.hasPrefix("https://"))
        {
            throw ValidationError("\"\(endpointURL)\" is not an address: it reads like https://host:port.")
        }
        if let caBundle, !FileManager.default.isReadableFile(atPath: caBundle) {
            throw ValidationError("The certificates in \"\(caBundle)\" cannot be read.")
        }
    }

    /// What answers from a snapshot is told whom to ask in vain.
    func mustAskNobody() throws {
        guard !region.isEmpty || profile != nil || endpointURL != nil else { return }
        throw ValidationError("--snapshot asks nobody: it takes no --region, --profile or --endpoint-url.")
    }

    /// Everything between the options and a client that can be asked.
    /// - Parameter askMFACode: how a person is asked for a code; nil where none can be.
    func connect(
        askMFACode: CredentialsEffects.AskMFACode? = MFAPrompt.onTerminal()
    ) throws -> Connection {
        try Connection(self, environment: ProcessInfo.processInfo.environment, askMFACode: askMFACode)
    }
}
