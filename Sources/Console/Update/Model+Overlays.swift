import AWSModel
import Canvas
import Posture

extension Model {
    mutating func takeInOverlay(_ key: Key) -> [Effect] {
        guard let overlay else { return [] }
        if key == .escape || (key == .control("c") && overlay != .quit) {
            self.overlay = nil
            if case .code = overlay { return [.answerCode(nil)] }
            if case .filter = overlay, !list.arrangement.filter.isEmpty { return arrange { $0.filter = .none } }
            return []
        }
        switch overlay {
        case .help(let offset): takeInHelp(key, offset)
        case .palette(let input, let selected): return takeInPalette(key, input, selected)
        case .filter(let input): return takeInFilter(key, input)
        case .choice(let choice): return takeInChoice(key, choice)
        case .quit: return takeInQuit(key)
        case .savePath(let input): return takeInSavePath(key, input)
        case .code(let serial, let input): return takeInCode(key, serial, input)
        }
        return []
    }

    private mutating func takeInHelp(_ key: Key, _ offset: Int) {
        let area = HelpText.area(in: Area(size))
        let count = ScrollingText(HelpText(self).lines, offset: 0).lineCount(width: area.columns)
        let last = max(count - area.rows, 0)
        let page = max(area.rows - 1, 1)
        switch key {
        case .down, .character("j"): overlay = .help(offset: min(offset + 1, last))
        case .up, .character("k"): overlay = .help(offset: max(offset - 1, 0))
        case .pageDown, .character(" "): overlay = .help(offset: min(offset + page, last))
        case .pageUp: overlay = .help(offset: max(offset - page, 0))
        case .home, .character("g"): overlay = .help(offset: 0)
        case .end, .character("G"): overlay = .help(offset: last)
        case .enter, .character("q"), .character("?"): overlay = nil
        default: break
        }
    }

    /// What is typed is shown at once; enter keeps it, escape shows all rows again.
    private mutating func takeInFilter(_ key: Key, _ input: TextInput) -> [Effect] {
        var input = input
        if key == .enter {
            overlay = nil
            return []
        }
        guard input.take(key) else {
            return key == .up || key == .down ? move(.rows(key == .up ? -1 : 1)) : []
        }
        return filter(input)
    }

    private mutating func filter(_ input: TextInput) -> [Effect] {
        overlay = .filter(input)
        let filter = Filter(input.text, columns: list.columnNames)
        return arrange { $0.filter = filter }
    }

    private mutating func takeInChoice(_ key: Key, _ choice: Choice) -> [Effect] {
        var choice = choice
        let last = max(choice.options.count - 1, 0)
        switch key {
        case .up, .character("k"): choice.selected = max(choice.selected - 1, 0)
        case .down, .character("j"): choice.selected = min(choice.selected + 1, last)
        case .home: choice.selected = 0
        case .end: choice.selected = last
        case .enter:
            overlay = nil
            guard choice.options.indices.contains(choice.selected) else { return [] }
            return choose(choice)
        default: return []
        }
        overlay = .choice(choice)
        return []
    }

    private mutating func choose(_ choice: Choice) -> [Effect] {
        let option = choice.options[choice.selected]
        switch choice.subject {
        case .profile: return turn(toProfile: option, regions: account.regions)
        case .region:
            return turn(toProfile: account.profile, regions: choice.selected == 0 ? [] : [Region(option)])
        case .sortColumn:
            let sort = choice.selected == 0 ? nil : SortMark(column: choice.selected - 1, ascending: true)
            list.toTop()
            return arrange { $0.sort = sort }
        case .threat: return ask(about: Threat.allCases[choice.selected])
        }
    }

    /// No is the default: a plain yes leaves, or the key that asked pressed again. Whatever else is typed meanwhile, by
    /// somebody who thinks to have left, is not obeyed.
    private mutating func takeInQuit(_ key: Key) -> [Effect] {
        switch key {
        case .character("n"), .enter: overlay = nil
        case .character("y"), .control("c"): return end()
        default: if keymap.keys(of: .quit).contains(key) { return end() }
        }
        return []
    }

    private mutating func end() -> [Effect] {
        overlay = nil
        isEnding = true
        return keepTyped() + [.end]
    }

    private mutating func takeInSavePath(_ key: Key, _ input: TextInput) -> [Effect] {
        var input = input
        if key == .enter {
            overlay = nil
            guard let inventory = account.lastInventory, !input.text.isEmpty else { return [] }
            return [.saveSnapshot(inventory, path: input.text)]
        }
        if input.take(key) { overlay = .savePath(input) }
        return []
    }

    private mutating func takeInCode(_ key: Key, _ serial: String, _ input: TextInput) -> [Effect] {
        var input = input
        if key == .enter, !input.text.isEmpty {
            overlay = nil
            return [.answerCode(input.text)]
        }
        if input.take(key) { overlay = .code(serial: serial, input) }
        return []
    }

    /// What is pasted is typed, never obeyed: a clipboard presses no keys.
    mutating func paste(_ text: String) -> [Effect] {
        switch overlay {
        case .filter(var input):
            input.insert(text)
            return filter(input)
        case .palette(var input, _):
            input.insert(text)
            overlay = .palette(input, selected: 0)
        case .savePath(var input):
            input.insert(text)
            overlay = .savePath(input)
        case .code(let serial, var input):
            input.insert(text)
            overlay = .code(serial: serial, input)
        case nil where isWalking && walk?.isTyped == true: walk?.input.insert(text)
        default: notice = Notice("nothing is being typed: what was pasted was dropped", .warning)
        }
        return []
    }
}
