package import AWSCore

/// AWS Identity and Access Management: one service for the whole partition (6.2).
package enum IAM {
    package static let service = Service(
        id: "IAM", endpointPrefix: "iam", signingName: "iam", apiVersion: "2010-05-08", wire: .query, isGlobal: true,
        callPrefix: "iam")
}
