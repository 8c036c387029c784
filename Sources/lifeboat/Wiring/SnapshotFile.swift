import AWSCore
import Foundation
import Posture

/// Snapshots on disk: readable by their owner alone, for they tell where an account is weak.
enum SnapshotFile {
    static func load(_ path: String) throws -> Inventory {
        let bytes: Data
        do { bytes = try Data(contentsOf: URL(fileURLWithPath: path)) } catch {
            throw Failure.usage("the snapshot \(path) cannot be read: \(reason(path))")
        }
        do { return try Snapshot.decode(bytes) } catch {
            throw Failure.usage("the snapshot \(path) cannot be used: \(error.description)")
        }
    }

    static func save(_ inventory: Inventory, to path: String) throws {
        do {
            try DiskFiles().replace(path, with: [UInt8](try Snapshot.encode(inventory)))
        } catch let error as UnreadableFile {
            throw Failure.usage("the snapshot cannot be written to \(path): \(error.reason)")
        }
    }

    /// Why a file does not open, in the system's words.
    private static func reason(_ path: String) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor < 0 else {
            close(descriptor)
            return "it is not a file"
        }
        return String(cString: strerror(errno))
    }
}
