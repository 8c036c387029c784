package import AWSCore

/// Amazon DynamoDB.
package enum DynamoDB {
    package static let service = Service(
        id: "DynamoDB", endpointPrefix: "dynamodb", signingName: "dynamodb", apiVersion: "2012-08-10",
        wire: .json(version: "1.0", targetPrefix: "DynamoDB_20120810"), callPrefix: "dynamodb")
}
