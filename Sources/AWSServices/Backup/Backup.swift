package import AWSCore

/// AWS Backup. Its vaults, plans, selections, jobs and settings are those of one region (2.7).
package enum Backup {
    package static let service = Service(
        id: "Backup", endpointPrefix: "backup", signingName: "backup", apiVersion: "2018-11-15", wire: .restJSON,
        callPrefix: "backup")
}
