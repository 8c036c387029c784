package import AWSCore

/// Amazon Data Lifecycle Manager.
package enum DLM {
    package static let service = Service(
        id: "DLM", endpointPrefix: "dlm", signingName: "dlm", apiVersion: "2018-01-12", wire: .restJSON,
        callPrefix: "dlm")
}
