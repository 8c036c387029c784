import Console
import Testing

@testable import Settings

@Suite("The settings file")
struct SettingsTests {
    @Test("an empty file, or one of comments, sets nothing", arguments: ["", "# nothing\n", "---\n", "keys:\n"])
    func empty(yaml: String) throws {
        let settings = try Settings(yaml: yaml)
        #expect(settings.keys.isEmpty)
        #expect(settings.theme == nil)
    }

    @Test("keys are read with their lines, one or several for a command")
    func keys() throws {
        let settings = try Settings(yaml: "theme: light\nkeys:\n  refresh: [f5, ctrl-r]\n  zoom: x\n  sort: 5\n")
        #expect(settings.theme == "light")
        #expect(
            settings.keys == [
                Keymap.Change(command: "refresh", keys: ["f5", "ctrl-r"], line: 3),
                Keymap.Change(command: "zoom", keys: ["x"], line: 4),
                Keymap.Change(command: "sort", keys: ["5"], line: 5),
            ])
    }

    @Test(
        "what is not understood is named with its line",
        arguments: [
            ("keys: [a]\n", 1, "keys must hold commands with their keys"),
            ("theme: dark\ncolour: red\n", 2, "there is no setting \"colour\""),
            ("theme:\n  - dark\n", 2, "theme must be a word"),
            ("- a\n", 1, "the file must hold names with values"),
            ("keys:\n  zoom: {a: b}\n", 2, "zoom must be a word"),
            ("theme: \"dark\nkeys:\n", 3, "found unexpected end of stream"),
            ("theme: a\ntheme: b\n", 1, "theme comes twice"),
        ])
    func errors(yaml: String, line: Int, sentence: String) {
        do {
            _ = try Settings(yaml: yaml)
            Issue.record("it was taken")
        } catch {
            #expect(error.line == line)
            #expect(error.description == sentence)
        }
    }
}
