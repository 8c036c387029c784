import AWSCore
import Foundation

/// The profiles of the AWS configuration files.
enum ProfileNames {
    /// Sorted; none where the files cannot be read, which a survey with them tells.
    static func all() -> [String] {
        let shared = try? SharedConfiguration.load(
            environment: ProcessInfo.processInfo.environment, files: DiskFiles())
        return shared?.profileNames ?? []
    }
}
