package import AWSModel
package import Foundation

/// A fact from outside that the walkthrough asks for.
package enum Need: Hashable, Sendable, Codable {
    /// The regions that hold a resource; told by the briefing.
    case regions
    /// What the incident hits, worst first; told by the briefing.
    case resources(Incident)
    /// The ways back to a resource, best first; told by the briefing.
    case ways(resource: String, Incident)
    /// The recovery points of a resource in a vault that were made before a moment, the newest first.
    case points(resource: String, vault: String, region: Region, before: Date)
    /// `GetRecoveryPointRestoreMetadata`, in a region.
    case metadata(point: String, vault: String, region: Region)
    /// What is there to choose from, in a region.
    case listing(Listing, Region)
    /// The routes of a Multi-Region Access Point, asked in a region that answers for them.
    case routes(accessPoint: String, Region)
    case preflight(Draft)
    /// A random text of at most 40 characters: makes these calls happen once.
    case token(Draft)
    /// How far the confirmed calls are; asked until they have ended.
    case progress([String])
    case verification([String])

    package enum Listing: String, Hashable, Sendable, Codable, CaseIterable {
        case availabilityZones = "availability zones"
        case subnetGroups = "subnet groups"
        case securityGroups = "security groups"
        case keys, buckets, roles
        /// Those that S3 Batch Operations may take.
        case batchRoles = "roles for S3 Batch Operations"
        case fileSystems = "file systems"
    }

    /// "the recovery point's metadata in us-west-2"
    package var words: String {
        switch self {
        case .regions: "the regions of the account"
        case .resources: "what it hits"
        case .ways: "the ways back"
        case .points(_, let vault, let region, _): "the recovery points of vault \(vault) in \(region)"
        case .metadata(_, _, let region): "the recovery point's metadata in \(region)"
        case .listing(let listing, let region): "\(listing.rawValue) of \(region)"
        case .routes(_, let region): "the routes of the access point in \(region)"
        case .preflight: "the preflight checks"
        case .token: "a token"
        case .progress: "the progress"
        case .verification: "the restored resource"
        }
    }

    /// Whether one can go on without it: what it would have told is then typed, or called unknown.
    package var isDispensable: Bool {
        switch self {
        case .points, .metadata, .listing, .routes, .preflight, .verification: true
        case .regions, .resources, .ways, .token, .progress: false
        }
    }
}

/// What was told of a need.
package enum Fact: Hashable, Sendable, Codable {
    case regions([Region])
    case resources([AffectedResource])
    case ways([RecoveryWay])
    case points([PointDetails])
    case metadata([String: String])
    case listing([Question.Choice])
    case routes([AccessPointRoute])
    case checks([PreflightCheck])
    case token(String)
    case progress(RecoveryProgress)
    case verification([PreflightCheck])
    case failure(ReadFailure)
}

/// Why a fact could not be read.
package struct ReadFailure: Hashable, Sendable, Codable {
    package enum Cause: String, Hashable, Sendable, Codable, CaseIterable {
        case credentialsExpired = "credentials-expired"
        case regionDark = "region-dark"
        case denied, throttled, notFound = "not-found"
        /// The walkthrough itself cannot be had: AWS was not asked.
        case notHad = "not-had"
        case other
    }

    package var cause: Cause
    /// "AccessDeniedException: not authorized to perform …"
    package var detail: String

    package init(_ cause: Cause, _ detail: String) {
        self.cause = cause
        self.detail = detail
    }

    /// What the operator can do.
    package var advice: String {
        switch cause {
        case .credentialsExpired: "Renew the credentials (aws sso login, or the break-glass user) and try again."
        case .regionDark: "The region does not answer: try again, or go back and choose a path in another region."
        case .denied: "Ask for the permission that is named, or use another profile, and try again."
        case .throttled: "AWS asks for patience: wait a minute and try again."
        case .notFound: "It is not there any more: go back and choose another recovery point."
        case .notHad: "Nothing was asked of AWS: leave it with esc and open it again."
        case .other: "Try again; if it stays, go back and choose another path."
        }
    }

    /// The same once calls were confirmed: no other path is chosen then.
    package var adviceOnceConfirmed: String {
        switch cause {
        case .credentialsExpired, .denied, .throttled, .notHad: advice
        case .regionDark, .notFound, .other: "What was started goes on: try again, and start nothing else for it."
        }
    }
}
