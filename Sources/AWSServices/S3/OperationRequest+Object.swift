import AWSCore

extension OperationRequest {
    /// About an object.
    /// - Parameter version: nil is the latest.
    static func object(
        _ key: String, version: String? = nil, of bucket: String, method: HTTPRequest.Method = .get,
        headers: HTTPHeaders = HTTPHeaders()
    ) -> OperationRequest {
        OperationRequest(
            method: method, path: "/" + PercentEncoding.encodePath(key), query: QueryItem.given(["versionId": version]),
            headers: headers, bucket: bucket)
    }
}
