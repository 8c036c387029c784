package import AWSCore

/// Amazon CloudWatch, over JSON 1.0 as the SDKs speak to it (6.5).
package enum CloudWatch {
    package static let service = Service(
        id: "CloudWatch", endpointPrefix: "monitoring", signingName: "monitoring", apiVersion: "2010-08-01",
        wire: .json(version: "1.0", targetPrefix: "GraniteServiceVersion20100801"), callPrefix: "cloudwatch")
}
