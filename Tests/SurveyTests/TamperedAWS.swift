import AWSCore
import AWSModel
import Foundation
import Posture
import SimulatedAWS

@testable import Survey

/// A simulated account of which some answers are replaced on their way.
struct TamperedAWS: Transport {
    let base: SimulatedAWS
    /// Nil lets the request through.
    let answer: @Sendable (HTTPRequest) -> HTTPResponse?

    func send(_ request: HTTPRequest, timeouts: Timeouts) async throws(TransportError) -> HTTPResponse {
        if let answer = answer(request) { return answer }
        return try await base.send(request, timeouts: timeouts)
    }

    var client: AWSClient {
        let keys = SimulatedCredentials()
        return AWSClient(
            transport: self,
            credentials: FixedCredentials(
                Credentials(accessKeyID: keys.accessKeyID, secretAccessKey: keys.secretAccessKey, source: "the test")),
            endpoints: EndpointResolver(),
            clock: ClientClock(now: { base.now }, uptime: { .zero }, sleep: { _ in }, random: { 0.5 }))
    }
    var reader: Reader { Reader(client: client, now: { base.now }) }

    func inventory(regions: [Region] = []) async throws -> Inventory {
        try await AccountSurvey(client: client, homeRegion: "us-east-1", regions: regions, now: { base.now })
            .inventory()
    }
}

extension Mentions {
    /// What is named in us-east-1, where nothing was listed.
    init(_ reader: Reader) {
        let askable = Askable(regions: ["us-east-1"])
        self.init(
            destinations: DestinationSurvey(
                reader: reader, locator: BucketLocator(reader: reader, askable: askable), listed: ListedBuckets()),
            keys: KeySurvey(reader: reader),
            roles: RoleSurvey(
                reader: reader, region: "us-east-1", caller: CallerSurvey(reader: reader, askable: askable)))
    }
}

extension HTTPResponse {
    /// An error as every service says it: those with JSON have its code in a header, those with XML in the body.
    static func error(_ code: String, status: Int = 403) -> HTTPResponse {
        HTTPResponse(
            status: status, headers: ["x-amzn-errortype": code],
            body: Array("<ErrorResponse><Error><Code>\(code)</Code></Error></ErrorResponse>".utf8))
    }
    /// A reply of 200, JSON or XML.
    static func reply(_ text: String) -> HTTPResponse { HTTPResponse(status: 200, body: Array(text.utf8)) }
}
