/// How a service is reached and spoken to; the facts come from its AWS service model.
package struct Service: Hashable, Sendable {
    package enum Wire: Hashable, Sendable {
        case restXML
        case restJSON
        /// `X-Amz-Target: <targetPrefix>.<operation>`, version `1.0` or `1.1`.
        case json(version: String, targetPrefix: String)
        case query
        case ec2
    }

    /// The `serviceId` of the model, as in `AWS_ENDPOINT_URL_<ID>`: "S3 Control".
    package let id: String
    /// First label of the host: "s3-control".
    package let endpointPrefix: String
    /// Service name of the credential scope: "s3".
    package let signingName: String
    package let apiVersion: String
    package let wire: Wire
    /// Served from one region of a partition, as IAM is (6.2).
    package let isGlobal: Bool
    /// How calls are named to people and in evidence: "s3" in `s3:GetBucketReplication`.
    package let callPrefix: String

    package init(
        id: String, endpointPrefix: String, signingName: String, apiVersion: String, wire: Wire, isGlobal: Bool = false,
        callPrefix: String
    ) {
        self.id = id
        self.endpointPrefix = endpointPrefix
        self.signingName = signingName
        self.apiVersion = apiVersion
        self.wire = wire
        self.isGlobal = isGlobal
        self.callPrefix = callPrefix
    }
}
