package import AWSCore

/// Amazon S3 Control: batch operations; the account is part of the host.
package enum S3Control {
    package static let service = Service(
        id: "S3 Control", endpointPrefix: "s3-control", signingName: "s3", apiVersion: "2018-08-20", wire: .restXML,
        callPrefix: "s3")
}
