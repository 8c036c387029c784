import AWSCore
import Foundation
import Settings

/// The text of `lifeboat.yaml` and where it was found.
struct SettingsFile {
    let path: String
    let text: String

    /// - Parameter path: named by the operator; nil looks into the working directory, then into ~/.config/lifeboat.
    /// - Throws: `Failure` where a named file is missing, or any cannot be read.
    static func read(_ path: String?) throws -> SettingsFile? {
        if let path {
            guard let text = try text(of: path) else { throw Failure.usage("the settings \(path) are not there") }
            return SettingsFile(path: path, text: text)
        }
        let environment = ProcessInfo.processInfo.environment
        func named(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        // As the shell's ~ does, HOME goes before what the system knows of the user.
        let configuration = named("XDG_CONFIG_HOME") ?? "\(named("HOME") ?? NSHomeDirectory())/.config"
        for candidate in ["lifeboat.yaml", "\(configuration)/lifeboat/lifeboat.yaml"] {
            if let text = try text(of: candidate) { return SettingsFile(path: candidate, text: text) }
        }
        return nil
    }

    /// - Throws: `Failure` with the file and the line of what is not understood.
    func settings() throws -> Settings {
        do throws(SettingsError) {
            return try Settings(yaml: text)
        } catch {
            throw Failure.usage("\(path)\(error.line.map { ":\($0)" } ?? ""): \(error.description)")
        }
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
