package import AWSModel

/// One thing that was looked at, before a recovery or after it, and what was found.
package struct PreflightCheck: Hashable, Sendable, Codable {
    package enum Result: String, Hashable, Sendable, Codable {
        case passed
        /// It will do, with something to know.
        case warning
        case failed
        /// It could not be read: never to be taken for passed.
        case unknown
    }

    /// What is asked, in a few words: "role can be assumed".
    package var name: String
    package var result: Result
    /// What was found, or why nothing could be.
    package var detail: String
    /// What to do about it; nil when there is nothing to do.
    package var advice: String?
    /// The regions whose endpoints answered it, or were asked in vain: it falls with them (7.1, 7.2).
    package var dependsOn: [Region]

    package init(
        name: String, result: Result, detail: String, advice: String? = nil, dependsOn: [Region] = []
    ) {
        self.name = name
        self.result = result
        self.detail = detail
        self.advice = advice?.isEmpty == true ? nil : advice
        self.dependsOn = dependsOn
    }
}
