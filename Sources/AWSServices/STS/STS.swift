package import AWSCore

/// AWS Security Token Service, always by its regional hosts (6.2).
package enum STS {
    package static let service = Service(
        id: "STS", endpointPrefix: "sts", signingName: "sts", apiVersion: "2011-06-15", wire: .query, callPrefix: "sts")
}
