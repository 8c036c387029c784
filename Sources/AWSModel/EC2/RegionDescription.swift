/// A region of the partition and whether the account has it.
package struct RegionDescription: Hashable, Sendable, Codable {
    package enum OptInStatus: String, Hashable, Sendable {
        case notRequired = "opt-in-not-required", optedIn = "opted-in", notOptedIn = "not-opted-in"
    }

    package var name: Region
    package var optInStatus: Open<OptInStatus>?
    /// The host of EC2 there.
    package var endpoint: String?

    package init(name: Region, optInStatus: Open<OptInStatus>? = nil, endpoint: String? = nil) {
        self.name = name
        self.optInStatus = optInStatus
        self.endpoint = endpoint
    }

    /// Whether the account can use it.
    package var isEnabled: Bool {
        switch optInStatus {
        case .known(.notRequired), .known(.optedIn): true
        case .known(.notOptedIn), .other, nil: false
        }
    }
}
