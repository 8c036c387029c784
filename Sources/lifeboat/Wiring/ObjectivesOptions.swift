import ArgumentParser
import Posture
import Settings

/// What is asked of the resources, and what is accepted.
struct ObjectivesOptions: ParsableArguments {
    @Option(
        name: .customLong("objectives"),
        help: ArgumentHelp(
            "The file with targets and accepted risks; without it lifeboat.yaml, here or in ~/.config/lifeboat.",
            valueName: "file"))
    var file: String?

    /// - Parameter config: the settings file that was named; nil looks for `lifeboat.yaml`.
    /// - Throws: `Failure` with the file and the line of what is not understood.
    func objectives(config: String? = nil) throws -> Objectives {
        guard let file else { return try SettingsFile.read(config)?.settings().objectives ?? .none }
        guard let objectives = try SettingsFile.read(file)?.settings().objectives else {
            throw Failure.usage("\(file): it holds no objectives")
        }
        return objectives
    }
}
