import ArgumentParser
import Canvas
import Console
import Foundation
import Settings

/// How the interface looks.
struct InterfaceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("dark, light, deuteranopia or mono.", valueName: "name"))
    var theme: String?

    @Flag(help: "Draw with ASCII characters alone.")
    var ascii = false

    @Flag(help: "Let the mouse select and scroll.")
    var mouse = false

    @Option(
        help: ArgumentHelp(
            "The file with the keys; without it lifeboat.yaml, here or in ~/.config/lifeboat.", valueName: "file"))
    var config: String?

    func validate() throws {
        if let theme, Theme.named(theme) == nil {
            let names = Theme.all.map(\.name).joined(separator: ", ")
            throw ValidationError("\"\(theme)\" is not the name of a theme: there are \(names).")
        }
    }

    /// The look: by option, then NO_COLOR (no-color.org), then the settings, then dark.
    func chosenTheme(_ settings: Settings) -> Theme {
        if let theme, let chosen = Theme.named(theme) { return chosen }
        let isColourless = ProcessInfo.processInfo.environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        if isColourless { return .mono }
        return settings.theme.flatMap(Theme.named) ?? Theme.named("dark") ?? .mono
    }

    /// The settings and the keys they give.
    /// - Throws: `Failure` with the file and the line of what is not understood.
    func settings() throws -> (Settings, Keymap) {
        guard let file = try SettingsFile.read(config) else { return (Settings(), .standard) }
        do {
            let settings = try file.settings()
            if let theme = settings.theme, Theme.named(theme) == nil {
                throw Failure.usage("\(file.path): \"\(theme)\" is not the name of a theme")
            }
            return (settings, try Keymap(changing: settings.keys))
        } catch let clash as Keymap.Clash {
            throw Failure.usage("\(file.path):\(clash.line): \(clash.description)")
        }
    }
}
