import AWSCore

/// One operation of a REST service: its method and its URI as the service model has it, `/policies/{policyId}/`.
struct RESTRoute: Sendable {
    let operation: String
    let method: HTTPRequest.Method
    private let template: [String]

    init(_ operation: String, _ method: HTTPRequest.Method, _ uri: String) {
        self.operation = operation
        self.method = method
        template = uri.split(separator: "/").map(String.init)
    }

    /// The labels of the URI, decoded, when the request is for this operation.
    func labels(_ request: SimulatedRequest) -> [String: String]? {
        guard request.method == method, request.segments.count == template.count else { return nil }
        var labels: [String: String] = [:]
        for (part, segment) in zip(template, request.segments) {
            if part.hasPrefix("{") {
                labels[String(part.dropFirst().dropLast())] = segment
            } else if part != segment {
                return nil
            }
        }
        return labels
    }
}

extension [RESTRoute] {
    /// The operation that a request asks for, with the labels of its URI; the first that fits.
    func match(_ request: SimulatedRequest) -> (operation: String, labels: [String: String])? {
        for route in self {
            if let labels = route.labels(request) { return (route.operation, labels) }
        }
        return nil
    }
}
