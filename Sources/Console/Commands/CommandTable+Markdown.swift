import Canvas

extension CommandTable {
    /// The table of commands as the README shows it.
    package static var markdown: String {
        var lines = ["| keys | command | what it does |", "|---|---|---|"]
        for command in all {
            let keys = command.keys.map { "`\($0.name)`" }.joined(separator: " ")
            lines.append("| \(keys) | `\(command.id.rawValue)` | \(command.help) |")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
