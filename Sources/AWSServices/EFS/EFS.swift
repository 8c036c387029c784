package import AWSCore

/// Amazon EFS.
package enum EFS {
    package static let service = Service(
        id: "EFS", endpointPrefix: "elasticfilesystem", signingName: "elasticfilesystem", apiVersion: "2015-02-01",
        wire: .restJSON, callPrefix: "elasticfilesystem")
}
