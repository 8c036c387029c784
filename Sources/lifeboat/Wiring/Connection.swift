import AWSCore
import AWSModel
import Foundation
import Logging

/// A client for the account that options, environment and files name.
struct Connection {
    let configuration: ClientConfiguration
    let client: AWSClient
    let chain: CredentialsChain
    let credentials: RefreshingCredentials
    /// Asked for what is not tied to a region.
    let homeRegion: Region
    /// What the survey is restricted to; empty is all.
    let regions: [Region]

    init(
        _ options: ConnectionOptions, environment: [String: String], askMFACode: CredentialsEffects.AskMFACode?
    ) throws {
        regions = options.region.map { Region($0) }
        do {
            configuration = try ClientConfiguration(
                options: ClientConfiguration.Options(
                    profile: options.profile, region: regions.first, endpointURL: options.endpointURL,
                    caBundle: options.caBundle, verifiesTLS: !options.noVerifySSL),
                environment: environment, files: DiskFiles())
        } catch {
            throw Failure.couldNotTell(error.description)
        }
        homeRegion = configuration.region ?? "us-east-1"

        var transportOptions = CurlOptions(
            caBundle: configuration.caBundle, verifyTLS: configuration.verifiesTLS,
            userAgent: "lifeboat/\(Lifeboat.version)")
        do { try transportOptions.readProxies(from: environment) } catch {
            throw Failure.couldNotTell(error.description)
        }
        let transport = CurlTransport(options: transportOptions)
        chain = CredentialsChain(
            configuration, effects: CredentialsEffects(transport: transport, askMFACode: askMFACode))
        credentials = RefreshingCredentials(chain)
        client = AWSClient(
            transport: transport, credentials: credentials, endpoints: EndpointResolver(configuration),
            retries: configuration.maxAttempts.map { RetryPolicy(maximumAttempts: $0) } ?? .scanning,
            log: try options.logFile.map { path in
                let file = try FileLog(path: path)
                return Logger(label: "lifeboat") { _ in file }
            })
    }

    /// What to say when nobody named the home region; nil when somebody did.
    var assumedRegion: String? {
        configuration.region == nil
            ? "no region is configured: \(homeRegion) is asked for what is not tied to a region" : nil
    }

    /// The credentials in force now.
    func keys() async throws -> Credentials {
        do { return try await credentials.credentials() } catch { throw Failure.couldNotTell(error.description) }
    }
}
