import AWSCore
import Foundation

/// The text of `lifeboat.yaml` and where it was found.
enum SettingsFile {
    /// - Parameter path: named by the operator; nil looks into the working directory, then into ~/.config/lifeboat.
    /// - Throws: `Failure` where a named file is missing, or any cannot be read.
    static func read(_ path: String?) throws -> (path: String, text: String)? {
        if let path {
            guard let text = try text(of: path) else { throw Failure.usage("the settings \(path) are not there") }
            return (path, text)
        }
        let environment = ProcessInfo.processInfo.environment
        let home = environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? "\(NSHomeDirectory())/.config"
        for candidate in ["lifeboat.yaml", "\(home)/lifeboat/lifeboat.yaml"] {
            if let text = try text(of: candidate) { return (candidate, text) }
        }
        return nil
    }

    private static func text(of path: String) throws -> String? {
        do {
            guard let bytes = try DiskFiles().read(path) else { return nil }
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw Failure.usage("\(path): it is not text in UTF-8")
            }
            return text
        } catch let error as UnreadableFile {
            throw Failure.usage("\(path) cannot be read: \(error.reason)")
        }
    }
}
