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

    /// Says before a scan, not after it, that its snapshot would have no place.
    static func checkPlace(_ path: String) throws {
        var status = stat()
        let exists = stat(path, &status) == 0
        if exists, status.st_mode & S_IFMT == S_IFDIR {
            throw Failure.usage("the snapshot cannot be written to \(path): it is a directory")
        }
        let directory = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard access(exists && !isRegular(status) ? path : directory, W_OK) == 0 else {
            throw Failure.usage("the snapshot cannot be written to \(path): \(String(cString: strerror(errno)))")
        }
    }

    static func save(_ inventory: Inventory, to path: String) throws {
        let bytes = try Snapshot.encode(inventory)
        var status = stat()
        do {
            if stat(path, &status) == 0, !isRegular(status) {
                // A pipe or a device stays what it is.
                try FileHandle(forWritingTo: URL(fileURLWithPath: path)).write(contentsOf: bytes)
            } else {
                let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
                try DiskFiles().replace(target, with: [UInt8](bytes))
            }
        } catch let error as UnreadableFile {
            throw Failure.usage("the snapshot cannot be written to \(path): \(error.reason)")
        } catch {
            throw Failure.usage("the snapshot cannot be written to \(path)")
        }
    }

    private static func isRegular(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFREG }

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
