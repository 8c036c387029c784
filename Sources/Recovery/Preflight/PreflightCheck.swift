package import AWSModel

/// One read-only look at what a recovery needs, and what it told.
package struct PreflightCheck: Hashable, Sendable, Codable {
    package enum Result: String, Codable, Sendable { case passed, warning, failed, unknown }

    package var name: String
    package var result: Result
    package var detail: String
    /// What the operator can do.
    package var advice: String?
    /// Regions that have to be up for it, besides the one that is asked (7.1, 7.2).
    package var dependsOn: [Region]

    package init(name: String, result: Result, detail: String, advice: String? = nil, dependsOn: [Region] = []) {
        self.name = name
        self.result = result
        self.detail = detail
        self.advice = advice
        self.dependsOn = dependsOn
    }
}
