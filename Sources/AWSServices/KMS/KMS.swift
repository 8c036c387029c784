package import AWSCore

/// AWS Key Management Service.
package enum KMS {
    package static let service = Service(
        id: "KMS", endpointPrefix: "kms", signingName: "kms", apiVersion: "2014-11-01",
        wire: .json(version: "1.1", targetPrefix: "TrentService"), callPrefix: "kms")
}
