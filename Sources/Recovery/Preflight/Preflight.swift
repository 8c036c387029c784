package import AWSModel
import Posture

/// What has to be looked at before a recovery, and what was found.
package struct Preflight: Hashable, Sendable, Codable {
    /// A read-only check that a plan needs.
    package struct Item: Hashable, Sendable, Codable {
        package var name: String
        package var asks: String
        package var region: Region
        /// Regions that have to be up for the call it is about, besides the one that is asked (7.1, 7.2).
        package var dependsOn: [Region]
    }

    package var items: [Item]
    /// One for each item, then what was found besides.
    package var checks: [PreflightCheck]

    /// - Parameter found: nil where nothing could be checked: every item is unknown then.
    package init(_ draft: Draft, found: [PreflightCheck]?) {
        items = Self.items(for: draft)
        var rest = found ?? []
        checks = items.map { item in
            guard let place = rest.firstIndex(where: { $0.name == item.name }) else {
                return PreflightCheck(
                    name: item.name, result: .unknown, detail: "not checked: \(item.asks)", dependsOn: item.dependsOn)
            }
            var check = rest.remove(at: place)
            check.dependsOn = Array(Set(check.dependsOn + item.dependsOn)).sorted()
            return check
        }
        checks += rest
        for index in checks.indices {
            guard let dark = checks[index].dependsOn.first(where: draft.incident.isDark) else { continue }
            if checks[index].result == .passed { checks[index].result = .warning }
            checks[index].advice = checks[index].advice ?? "This needs \(dark), which is lost: it may fail."
        }
    }

    package var blocks: Bool { checks.contains { $0.result == .failed } }
    package var warns: Bool { checks.contains { $0.result == .unknown || $0.result == .warning } }
}
