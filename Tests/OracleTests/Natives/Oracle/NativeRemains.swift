import AWSModel
import Foundation
import SimulatedAWS

/// What can still be had of databases, volumes, tables and file systems from the stores of an account.
struct NativeRemains: Sendable {
    let account: SimulatedAccount
    /// When what followed another resource stopped to, by its ARN.
    let stops: [String: Date]
    /// The region that is gone.
    var lost: Region?

    /// What is left of a resource, of itself too.
    func copies(of resource: NativeResource) -> [NativeCopy] {
        let copies =
            switch resource {
            case .database(let instance): copies(of: instance)
            }
        return copies.filter { $0.region != lost }
    }

    /// Its ARN, and those of what it follows: their recovery points are its own.
    func arns(of resource: NativeResource) -> [String] {
        switch resource {
        case .database(let instance): [resource.arn] + sources(of: instance).dropFirst().map(\.arn.text)
        }
    }

    /// Whether nobody can tell how far something is behind that follows it.
    func canBeUnknown(_ resource: NativeResource) -> Bool {
        switch resource {
        case .database: account.databases.instances.values.flatMap(\.values).contains { $0.lagSeconds == -1 }
        }
    }

    /// Whether what is encrypted with a key can be read in a region: a key never leaves its own.
    func isReadable(_ key: String?, in region: Region) -> Bool {
        guard let key else { return true }
        return account.keys.find(key, in: region)?.state == .enabled
    }

    /// What was true so long ago is what something that lags holds now.
    func moment(behind seconds: Double?) -> Date { account.now.addingTimeInterval(-max(0, seconds ?? 1)) }
}
