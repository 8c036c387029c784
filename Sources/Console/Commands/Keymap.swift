package import Canvas

/// Which key runs which command.
package struct Keymap: Sendable {
    /// Another choice of keys for a command, from a configuration.
    package struct Change: Hashable, Sendable {
        package var command: String
        package var keys: [String]
        /// 1-based, in the file it comes from.
        package var line: Int

        package init(command: String, keys: [String], line: Int) {
            self.command = command
            self.keys = keys
            self.line = line
        }
    }

    /// A change that cannot be made, with the line that asks for it.
    package struct Clash: Error, Hashable, Sendable, CustomStringConvertible {
        package let line: Int
        package let description: String
    }

    private var keys: [CommandID: [Key]]

    package static let standard = Keymap()

    private init() {
        keys = Dictionary(uniqueKeysWithValues: CommandTable.all.map { ($0.id, $0.keys) })
    }

    /// - Throws: `Clash` where a name is unknown or two commands of one place would have the same key.
    package init(changing changes: [Change]) throws(Clash) {
        self.init()
        var lines: [CommandID: Int] = [:]
        for change in changes {
            guard let id = CommandID(rawValue: change.command) else {
                throw Clash(line: change.line, description: "there is no command \"\(change.command)\"")
            }
            var chosen: [Key] = []
            for name in change.keys {
                guard let key = Key(name: name) else {
                    throw Clash(line: change.line, description: "there is no key \"\(name)\"")
                }
                chosen.append(key)
            }
            if let first = lines[id] {
                throw Clash(line: change.line, description: "\(id.rawValue) has its keys already, from line \(first)")
            }
            keys[id] = chosen
            lines[id] = change.line
        }
        try checkClashes(lines)
        for id in [CommandID.quit, .palette] where keys[id]?.isEmpty != false {
            throw Clash(line: lines[id] ?? 1, description: "\(id.rawValue) must keep a key")
        }
    }

    private func checkClashes(_ lines: [CommandID: Int]) throws(Clash) {
        let table = CommandTable.all
        for (index, first) in table.enumerated() {
            for second in table[(index + 1)...] where first.scope.meets(second.scope) {
                guard let key = keys(of: first.id).first(where: keys(of: second.id).contains) else { continue }
                let line = max(lines[first.id] ?? 0, lines[second.id] ?? 0)
                // Where the table itself shares a key, the more special command has it.
                if line == 0 { continue }
                throw Clash(
                    line: line,
                    description: "the key \(key.name) would run both \(first.id.rawValue) and \(second.id.rawValue)")
            }
        }
    }

    package func keys(of id: CommandID) -> [Key] { keys[id] ?? [] }

    /// The command that a key runs where the model stands; the most special scope first.
    package func command(for key: Key, in model: Model) -> Command? {
        CommandTable.all.filter { keys(of: $0.id).contains(key) && $0.isInScope(model) }
            .max { $0.scope.rank < $1.scope.rank }
    }
}

extension Command.Scope {
    fileprivate var rank: Int {
        switch self {
        case .everywhere: 0
        case .lists: 1
        case .panes: 2
        case .resource: 3
        }
    }

    /// Whether there is a place where both count with the same right.
    fileprivate func meets(_ other: Self) -> Bool {
        switch (self, other) {
        case (.panes(let a), .panes(let b)): !Set(a).isDisjoint(with: b)
        default: rank == other.rank
        }
    }
}
