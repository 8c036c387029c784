import AWSCore
import AWSServices
import Testing

@Suite("Requests, held against botocore's serializer")
struct RequestConformanceTests {
    @Test("every operation has a full sample")
    func everyOperationHasASample() {
        let sampled = OperationSample.all.filter { $0.kind == .full }.map(\.name)
        #expect(sampled.sorted() == OperationCatalogue.all.map { operationName($0) }.sorted())
    }

    @Test("every operation with optional parameters has a bare sample")
    func everyOptionalIsLeftOutOnce() {
        let bare = Set(OperationSample.all.filter { $0.kind == .bare }.map(\.name))
        for sample in OperationSample.all where sample.kind == .full {
            let hasOptionals = Mirror(reflecting: sample.operation).children.contains {
                Mirror(reflecting: $0.value).displayStyle == .optional
            }
            #expect(!hasOptionals || bare.contains(sample.name), "\(sample.name)")
        }
    }

    @Test("a full sample leaves no parameter out", arguments: OperationSample.all.filter { $0.kind == .full })
    func fullSamplesAreFull(sample: OperationSample) {
        #expect(FieldWalk.unfilled(sample.operation).isEmpty)
    }

    @Test("a request is what botocore sends for the same parameters", arguments: OperationSample.all)
    func requestsAreBotocores(sample: OperationSample) throws {
        let problems = try #require(try Self.problems.get()[sample.testDescription])
        #expect(problems == [])
    }

    @Test("a call is named by its service and its operation", arguments: OperationCatalogue.all.map { Named(type: $0) })
    func callsAreNamed(operation: Named) {
        #expect(operation.type.call == "\(operation.type.service.callPrefix):\(operation.type.name)")
    }

    @Test("a permission is an IAM action", arguments: OperationCatalogue.all.map { Named(type: $0) })
    func permissionsAreActions(operation: Named) {
        guard let permission = operation.type.permission else {
            #expect(operation.type.name == "GetCallerIdentity")
            return
        }
        #expect(permission.hasPrefix(operation.type.service.callPrefix + ":"))
        #expect(!permission.contains("*"))
    }

    struct Named: Sendable, CustomTestStringConvertible {
        let type: any Operation.Type
        var testDescription: String { operationName(type) }
    }

    /// What is wrong with each sample, asked once for all.
    private static let problems = Result {
        let samples = OperationSample.all
        let answers = try Botocore.ask("requests", samples.map { SentRequest($0) }, for: [[String]].self)
        return Dictionary(uniqueKeysWithValues: zip(samples.map(\.testDescription), answers))
    }
}

/// A request as the scripts read it.
private struct SentRequest: Encodable {
    let service: String
    let operation: String
    let declared: [String: String]
    let parameters: JSONValue
    let method: String
    let url: String
    let headers: [String: String]
    let body: String
    let hostPrefix: String

    init(_ sample: OperationSample) {
        let type = type(of: sample.operation)
        let request = sample.operation.request()
        service = Botocore.service(type.service)
        operation = type.name
        declared = Self.declared(type.service)
        parameters = sample.parameters
        method = request.method.rawValue
        let bucket = request.bucket.map { "/" + $0 + (request.path == "/" ? "" : request.path) }
        url = (bucket ?? request.path) + "?" + QueryItem.encoded(request.query)
        headers = Dictionary(uniqueKeysWithValues: request.headers.fields.map { ($0.name, $0.value) })
        body = String(decoding: request.body, as: UTF8.self)
        hostPrefix = request.hostPrefix.map { $0 + "." } ?? ""
    }

    private static func declared(_ service: Service) -> [String: String] {
        var declared = [
            "id": service.id, "endpointPrefix": service.endpointPrefix, "signingName": service.signingName,
            "apiVersion": service.apiVersion,
        ]
        switch service.wire {
        case .restXML: declared["protocol"] = "rest-xml"
        case .restJSON: declared["protocol"] = "rest-json"
        case .json(let version, let targetPrefix):
            declared["protocol"] = "json"
            declared["jsonVersion"] = version
            declared["targetPrefix"] = targetPrefix
        case .query: declared["protocol"] = "query"
        case .ec2: declared["protocol"] = "ec2"
        }
        return declared
    }
}
