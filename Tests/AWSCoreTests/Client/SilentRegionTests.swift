import AWSCore
import AWSModel
import Testing

@Suite("A client of regions that say nothing")
struct SilentRegionTests {
    /// A network on a standing clock: what is silent lets time pass until the client has had enough.
    private struct Network: Transport {
        enum Behaviour {
            case answers(after: Duration), acceptsAndSaysNothing, dropsConnects, refusesConnects, doesNotResolve
        }

        let clock: StandingClock
        let behaviour: @Sendable (_ host: String, _ number: Int) -> Behaviour
        let asked = Lock<[String]>([])

        func send(_ request: HTTPRequest, timeouts: Timeouts) async throws(TransportError) -> HTTPResponse {
            let number = asked.withLock { asked in
                asked.append(request.origin.host)
                return asked.count
            }
            switch behaviour(request.origin.host, number) {
            case .answers(let delay):
                guard delay <= timeouts.silence ?? timeouts.total else {
                    clock.pass(timeouts.silence ?? timeouts.total)
                    throw .timedOut("too slow")
                }
                clock.pass(delay)
                return .ok(request.origin.host.contains("backup") ? #"{"items":["x"]}"# : "<T>x</T>")
            case .acceptsAndSaysNothing:
                clock.pass(timeouts.silence ?? timeouts.total)
                throw .timedOut("no reply")
            case .dropsConnects:
                clock.pass(timeouts.connect)
                throw .timedOut("no connection")
            case .refusesConnects: throw .connect("refused")
            case .doesNotResolve:
                clock.pass(.seconds(6))
                throw .nameResolution("no answer about \(request.origin.host)")
            }
        }
    }

    private let clock = StandingClock()

    private func client(
        _ behaviour: @escaping @Sendable (_ host: String, _ number: Int) -> Network.Behaviour
    ) -> (AWSClient, Network) {
        let network = Network(clock: clock, behaviour: behaviour)
        let keys = Credentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "S3CRET", source: "test")
        let client = AWSClient(
            transport: network, credentials: FixedCredentials(keys), endpoints: EndpointResolver(), clock: clock.clock)
        return (client, network)
    }

    /// What three services of a region say, asked one after the other so many times.
    private func outcomes(_ client: AWSClient, in region: Region, rounds: Int = 4) async -> [AWSError?] {
        var outcomes: [AWSError?] = []
        for _ in 0..<rounds {
            do { _ = try await client.send(ReadThing(), in: region); outcomes.append(nil) } catch {
                outcomes.append(error)
            }
            do { _ = try await client.send(ListThings(), in: region); outcomes.append(nil) } catch {
                outcomes.append(error)
            }
        }
        return outcomes
    }

    @Test("A region that accepts and says nothing costs ten seconds over all its services")
    func accepting() async {
        let (client, network) = client { _, _ in .acceptsAndSaysNothing }
        let outcomes = await outcomes(client, in: "eu-west-1")
        #expect(outcomes.allSatisfy { $0?.isSilence == true })
        #expect(clock.clock.uptime() < .seconds(11))
        #expect(network.asked.withLock { $0.count } == 1)
    }

    @Test("A region that drops every packet costs ten seconds at most")
    func dropping() async {
        let (client, _) = client { _, _ in .dropsConnects }
        #expect(await outcomes(client, in: "eu-west-1").allSatisfy { $0?.isSilence == true })
        #expect(clock.clock.uptime() < .seconds(11))
    }

    @Test("A region that refuses connects costs a few moments")
    func refusing() async {
        let (client, network) = client { _, _ in .refusesConnects }
        #expect(await outcomes(client, in: "eu-west-1").allSatisfy { $0?.isSilence == true })
        #expect(clock.clock.uptime() < .seconds(2))
        #expect(network.asked.withLock { $0.count } == 6)
    }

    @Test("A name that is looked up in vain is named, also once the budget is spent")
    func resolving() async {
        let (client, _) = client { _, _ in .doesNotResolve }
        for error in await outcomes(client, in: "eu-west-1") {
            #expect(error?.description.contains("eu-west-1.amazonaws.com") == true, "\(error?.description ?? "none")")
        }
    }

    @Test("A region that takes nine seconds for each reply is heard out")
    func slow() async {
        let (client, _) = client { _, _ in .answers(after: .seconds(9)) }
        #expect(await outcomes(client, in: "eu-west-1", rounds: 20).allSatisfy { $0 == nil })
    }

    @Test("A silent service costs the region's others nothing, and itself ten seconds")
    func oneService() async {
        let (client, _) = client { host, _ in
            host.contains("backup") ? .acceptsAndSaysNothing : .answers(after: .milliseconds(30))
        }
        let outcomes = await outcomes(client, in: "eu-west-1", rounds: 6)
        #expect(outcomes.enumerated().allSatisfy { ($0.offset % 2 == 0) == ($0.element == nil) })
        #expect(clock.clock.uptime() < .seconds(12))
    }

    @Test("A region that falls silent after it answered costs twenty seconds more at most")
    func middle() async {
        let (client, _) = client { _, number in number <= 4 ? .answers(after: .seconds(1)) : .acceptsAndSaysNothing }
        let outcomes = await outcomes(client, in: "eu-west-1", rounds: 8)
        #expect(outcomes.prefix(4).allSatisfy { $0 == nil })
        #expect(outcomes.dropFirst(4).allSatisfy { $0?.isSilence == true })
        #expect(clock.clock.uptime() < .seconds(26))
    }

    @Test("Another region is asked as if nothing had happened")
    func others() async {
        let (client, _) = client { host, _ in
            host.contains("eu-west-1") ? .acceptsAndSaysNothing : .answers(after: .milliseconds(30))
        }
        _ = await outcomes(client, in: "eu-west-1")
        #expect(await outcomes(client, in: "us-east-1").allSatisfy { $0 == nil })
    }
}

extension AWSError {
    fileprivate var isSilence: Bool {
        switch cause {
        case .transport, .circuitOpen: true
        default: false
        }
    }
}
