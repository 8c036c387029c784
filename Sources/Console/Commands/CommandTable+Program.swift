import AWSModel
import Canvas
import Posture

extension CommandTable {
    /// The account, the files and the program itself.
    static let program: [Command] = [
        Command(
            .refresh, keys: [.character("R"), .control("r")], "refresh",
            "Read the account again; the old values stay until new ones arrive.", bar: 14,
            disabled: { model in
                if model.account.source?.hasPrefix("snapshot") == true { return "a snapshot is not read again" }
                return model.account.progress == nil ? nil : "a survey is running"
            }
        ) { $0.survey() },
        Command(
            .profile, keys: [.character("P")], "profile", "Look at the account of another profile.",
            disabled: notAskedNow
        ) { model in
            model.overlay = .choice(Choice(.profile, title: "Profile", options: model.account.profiles))
            return [.listProfiles]
        },
        Command(
            .region, keys: [.character("o")], "regions", "Read only one region, or all again.", disabled: notAskedNow
        ) { model in
            let names = model.account.knownRegions.map(\.name)
            model.overlay = .choice(Choice(.region, title: "Read only", options: ["all regions"] + names))
            return []
        },
        Command(
            .save, keys: [.character("w")], "save", "Save what was read as a snapshot that every command can replay.",
            disabled: { $0.account.lastInventory == nil ? "nothing was read yet" : nil }
        ) {
            $0.overlay = .savePath(TextInput($0.defaultPath("snapshot", "json")))
            return []
        },
        Command(.palette, keys: [.character(":")], "palette", "Run any command by its name.", bar: 8) {
            $0.overlay = .palette(TextInput(), selected: 0)
            return []
        },
        Command(.help, keys: [.character("?"), .function(1)], "help", "All commands and their keys.", bar: 6) {
            $0.overlay = .help(offset: 0)
            return []
        },
        Command(.redraw, keys: [.function(12)], "redraw", "Draw the screen anew.") { _ in [.redraw] },
        Command(.suspend, keys: [.control("z")], "suspend", "Give the terminal back to the shell; `fg` returns.") { _ in
            [.suspend]
        },
    ]

    @Sendable private static func notAskedNow(_ model: Model) -> String? {
        model.account.source.map { "\($0) has no other" }
    }
}
