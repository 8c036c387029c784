import Canvas

/// Every command with its keys and its sentence, by where it counts; what cannot run now says why.
struct HelpText {
    let lines: [[Span]]

    init(_ model: Model) {
        var lines: [[Span]] = [
            [
                Span("✓ protected", .good), Span("  ! at risk", .warning), Span("  ✗ unprotected", .bad),
                Span("  ? unknown: not read, never counted as protected", .unknown),
            ],
            [
                Span("/ words", .key), Span(" filters; "), Span("!word", .key), Span(" leaves out; "),
                Span("column:value", .key), Span(" looks in one column: "),
                Span(model.pane.hasList ? model.list.columnNames.joined(separator: " ") : "", .accent),
            ],
        ]
        let walk = Self.walk
        if model.isWalking { lines += walk }
        for section in Self.sections(for: model) {
            let commands = CommandTable.all.filter { section.holds($0.scope) }
            guard !commands.isEmpty else { continue }
            lines += [[], [Span(section.title, .title)]]
            lines += commands.map { Self.line($0, model) }
        }
        if !model.isWalking { lines += walk }
        self.lines = lines
    }

    /// The keys of a walkthrough, which are none of the command table's.
    private static var walk: [[Span]] {
        [[], [Span("In a walkthrough", .title)]]
            + WalkKeys.help.map { [Span($0.keys.padded(to: 14), .key), Span($0.does)] }
    }

    /// Where the text stands on a screen, and the frame around it.
    static func area(in screen: Area) -> Area { Box.inner(of: frame(in: screen)) }
    static func frame(in screen: Area) -> Area { screen.inset(columns: 2, rows: 1) }

    private static func line(_ command: Command, _ model: Model) -> [Span] {
        let keys = model.keymap.keys(of: command.id).map(\.name).joined(separator: " ")
        var line = [
            Span(keys.padded(to: 14), .key), Span(command.id.rawValue.padded(to: 21), .label), Span(command.help),
        ]
        if command.isInScope(model), let refusal = command.refusal(model) {
            line.append(Span(" (\(refusal))", .warning))
        }
        return line
    }

    private struct Section: Sendable {
        let title: String
        let holds: @Sendable (Command.Scope) -> Bool
    }

    /// What counts in the place in front comes first.
    private static func sections(for model: Model) -> [Section] {
        let here = model.opened == nil ? sections.filter { $0.holds(.panes([model.pane])) } : [resource]
        let others = sections.filter { section in !here.contains { $0.title == section.title } }
        return here + others
    }

    private static let resource = Section(title: "In a resource") { $0 == .resource }
    private static let sections = [
        Section(title: "In a list") { $0 == .lists },
        Section(title: "In Posture") { $0 == .panes([.posture]) },
        Section(title: "In Calendar") { $0 == .panes([.calendar]) },
        Section(title: "In Restore") { $0 == .panes([.restore]) },
        Section(title: "In Activity") { $0 == .panes([.activity]) },
        resource,
        Section(title: "Everywhere") { $0 == .everywhere },
    ]
}
