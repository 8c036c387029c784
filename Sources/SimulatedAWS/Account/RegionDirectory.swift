package import AWSModel

/// Which regions the account has: `opt-in-not-required`, `opted-in` or `not-opted-in`.
package struct RegionDirectory: Sendable {
    package enum OptIn: String, Sendable {
        case notRequired = "opt-in-not-required", optedIn = "opted-in", notOptedIn = "not-opted-in"
    }

    package var states: [Region: OptIn]

    package init() {
        states = [:]
        for name in Self.always { states[Region(name)] = .notRequired }
        for name in Self.optional { states[Region(name)] = .notOptedIn }
    }

    /// Regions in the order of their names.
    package var all: [Region] { states.keys.sorted() }

    /// Nil for a region that does not exist.
    package subscript(region: Region) -> OptIn? { states[region] }

    package func isEnabled(_ region: Region) -> Bool { states[region].map { $0 != .notOptedIn } ?? false }

    private static let always = [
        "us-east-1", "us-east-2", "us-west-1", "us-west-2", "ca-central-1", "sa-east-1", "eu-central-1", "eu-west-1",
        "eu-west-2", "eu-west-3", "eu-north-1", "ap-south-1", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3",
        "ap-southeast-1", "ap-southeast-2",
    ]
    private static let optional = [
        "af-south-1", "ap-east-1", "ap-south-2", "ap-southeast-3", "ap-southeast-4", "ca-west-1", "eu-central-2",
        "eu-south-1", "eu-south-2", "il-central-1", "me-central-1", "me-south-1",
    ]
}
