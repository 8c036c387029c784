import AWSCore

extension HTTPResponse {
    /// A reply of 200 with a text for its body.
    init(_ body: String, headers: HTTPHeaders = [:]) {
        self.init(status: 200, headers: headers, body: Array(body.utf8))
    }
}
