package import AWSCore

/// Amazon EC2.
package enum EC2 {
    package static let service = Service(
        id: "EC2", endpointPrefix: "ec2", signingName: "ec2", apiVersion: "2016-11-15", wire: .ec2, callPrefix: "ec2")
}
