/// Where `~` points.
package struct HomeDirectory: Hashable, Sendable {
    package let path: String

    package init(environment: [String: String], files: any FileStore) {
        path = environment.nonEmpty("HOME") ?? files.homeDirectory
    }

    /// `~` and `~/…` made absolute; anything else stays.
    package func expand(_ text: String) -> String {
        text == "~" || text.hasPrefix("~/") ? path + text.dropFirst() : text
    }
}

extension [String: String] {
    /// An environment variable; one that is set to nothing counts as unset.
    func nonEmpty(_ name: String) -> String? { self[name].flatMap { $0.isEmpty ? nil : $0 } }
}
