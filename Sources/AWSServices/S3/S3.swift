package import AWSCore

/// Amazon S3.
package enum S3 {
    package static let service = Service(
        id: "S3", endpointPrefix: "s3", signingName: "s3", apiVersion: "2006-03-01", wire: .restXML, callPrefix: "s3")
}
