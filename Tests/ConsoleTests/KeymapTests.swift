import Canvas
import Foundation
import Testing

@testable import Console

@Suite("The command table and its keys")
struct KeymapTests {
    private let model = Model(
        size: Size(columns: 80, rows: 24), now: Date(timeIntervalSince1970: 0), account: AccountState())

    @Test("every command has its row, and one only")
    func complete() {
        #expect(Set(CommandTable.all.map(\.id)) == Set(CommandID.allCases))
        #expect(CommandTable.all.count == CommandID.allCases.count)
    }

    @Test("no key runs two commands in one place", arguments: Pane.allCases)
    func unambiguous(pane: Pane) {
        for opened in [nil, OpenedResource(arn: "x")] {
            var model = self.model
            model.pane = pane
            model.opened = opened
            let inScope = CommandTable.all.filter { $0.isInScope(model) }
            let keys = inScope.flatMap { command in command.keys.map { "\($0.name) \(command.scope)" } }
            #expect(Set(keys).count == keys.count, "\(pane)")
        }
    }

    @Test("no key is one that tmux, screen or vim takes (charter, 9)")
    func free() {
        let taken = "absqhjkld".map { Key.control($0) }
        for command in CommandTable.all { #expect(!command.keys.contains(where: taken.contains), "\(command.id)") }
    }

    @Test("every command says what it does in a sentence")
    func help() { for command in CommandTable.all { #expect(command.help.hasSuffix("."), "\(command.id)") } }

    @Test("a command may have other keys")
    func change() throws {
        let keymap = try Keymap(changing: [.init(command: "refresh", keys: ["f5", "ctrl-r"], line: 2)])
        #expect(keymap.keys(of: .refresh) == [.function(5), .control("r")])
        #expect(keymap.command(for: .function(5), in: model)?.id == .refresh)
        #expect(keymap.command(for: .character("R"), in: model) == nil)
    }

    @Test(
        "a change that cannot be made names its line",
        arguments: [
            (Keymap.Change(command: "refresch", keys: ["x"], line: 3), "there is no command \"refresch\""),
            (Keymap.Change(command: "refresh", keys: ["hyper-x"], line: 4), "there is no key \"hyper-x\""),
            (Keymap.Change(command: "refresh", keys: ["?"], line: 5), "the key ? would run both refresh and help"),
            (Keymap.Change(command: "quit", keys: [], line: 6), "quit must keep a key"),
        ])
    func clash(change: Keymap.Change, sentence: String) {
        #expect(throws: Keymap.Clash(line: change.line, description: sentence)) {
            _ = try Keymap(changing: [change])
        }
    }

    @Test("a command that writes is refused while the program is not armed")
    func guarded() {
        var model = self.model
        let command = Command(.save, keys: [], "restore", "Restore it.", writes: true) { _ in [.redraw] }
        #expect(model.run(command).isEmpty)
        #expect(model.notice?.text == "restore: restore changes the account, and Lifeboat is not armed")
        model.isArmed = true
        #expect(model.run(command).count == 1)
    }

    @Test("a key of a command that cannot run says why")
    func reason() {
        var model = self.model
        _ = update(&model, .key(.character("]")), now: model.now)
        #expect(model.notice?.text == "forward: there is nothing to go forward to")
    }
}
