import Foundation
import Recovery
import Settings

/// The file of `lifeboat restore --plan`.
enum PlanFile {
    /// - Throws: `Failure` that names the file, and the line where there is one.
    static func load(_ path: String) throws -> RecoveryPlan {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw Failure.usage("the plan \(path) cannot be read")
        }
        do throws(SettingsError) {
            return RecoveryPlan(answers: try PlanText.answers(String(decoding: bytes, as: UTF8.self)))
        } catch {
            throw Failure.usage("\(path)\(error.line.map { " line \($0)" } ?? ""): \(error.description)")
        }
    }
}
