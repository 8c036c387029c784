import AWSModel
import Canvas
import Posture

/// A line of the palette: what is typed, what it does, and why it cannot be done now.
struct PaletteEntry: Sendable {
    enum Deed: Sendable {
        case command(Command)
        case profile(String)
        case region(Region?)
        case lost(Region)
        case threat(Threat)
        case save(path: String)
    }
    var text: String
    var help: String
    var refusal: String?
    var deed: Deed
}

extension Model {
    /// The entries that what is typed may mean, the nearest first: those that begin with it, then those that hold it.
    func paletteEntries(for typed: String) -> [PaletteEntry] {
        let typed = typed.lowercased().trimmingSpaces
        let all = commandEntries + argumentEntries(typed)
        guard !typed.isEmpty else { return all }
        let starting = all.filter { $0.text.lowercased().hasPrefix(typed) }
        let holding = all.filter { entry in
            !entry.text.lowercased().hasPrefix(typed)
                && typed.split(separator: " ").allSatisfy {
                    entry.text.lowercased().contains($0) || entry.help.lowercased().contains($0)
                }
        }
        let found = starting + holding
        return found.filter { $0.refusal == nil } + found.filter { $0.refusal != nil }
    }

    private var commandEntries: [PaletteEntry] {
        CommandTable.all.filter { $0.isInScope(self) && $0.id != .palette }.map { command in
            PaletteEntry(
                text: command.id.rawValue, help: command.help, refusal: command.refusal(self), deed: .command(command))
        }
    }

    private func argumentEntries(_ typed: String) -> [PaletteEntry] {
        let regions = account.knownRegions
        let asked = (picture?.assessment.scenarios ?? []).compactMap(\.scenario.region)
        var entries = asked.map {
            PaletteEntry(text: "lost \($0)", help: "Ask what the loss of \($0) would do.", deed: .lost($0))
        }
        entries += Threat.allCases.dropFirst().map {
            PaletteEntry(text: "threat \($0.rawValue)", help: "Ask about \($0.words).", deed: .threat($0))
        }
        guard account.source == nil else { return entries + saveEntry(typed) }
        entries += account.profiles.map {
            PaletteEntry(text: "profile \($0)", help: "Look at the account of \($0).", deed: .profile($0))
        }
        entries += regions.map {
            PaletteEntry(text: "region \($0)", help: "Read only \($0).", deed: .region($0))
        }
        return entries + saveEntry(typed)
    }

    private func saveEntry(_ typed: String) -> [PaletteEntry] {
        guard typed.hasPrefix("save "), account.lastInventory != nil else { return [] }
        let path = String(typed.dropFirst(5)).trimmingSpaces
        return path.isEmpty ? [] : [PaletteEntry(text: typed, help: "Save a snapshot there.", deed: .save(path: path))]
    }

    mutating func takeInPalette(_ key: Key, _ input: TextInput, _ selected: Int) -> [Effect] {
        var input = input
        let entries = paletteEntries(for: input.text)
        let last = max(entries.count - 1, 0)
        switch key {
        case .up: overlay = .palette(input, selected: max(selected - 1, 0))
        case .down: overlay = .palette(input, selected: min(selected + 1, last))
        case .tab:
            guard entries.indices.contains(selected) else { return [] }
            input.replace(with: entries[selected].text)
            overlay = .palette(input, selected: 0)
        case .enter:
            guard entries.indices.contains(selected) else { return [] }
            overlay = nil
            return perform(entries[selected], typed: input.text)
        default:
            guard input.take(key) else { return [] }
            overlay = .palette(input, selected: 0)
            if input.text == "profile ", account.profiles.isEmpty { return [.listProfiles] }
        }
        return []
    }

    private mutating func perform(_ entry: PaletteEntry, typed: String) -> [Effect] {
        switch entry.deed {
        case .command(let command): return run(command)
        case .profile(let name): return turn(toProfile: name, regions: account.regions)
        case .region(let region): return turn(toProfile: account.profile, regions: region.map { [$0] } ?? [])
        case .lost(let region): return go(to: .posture) + ask(of: region)
        case .threat(let threat): return go(to: .posture) + ask(about: threat)
        case .save:
            // The path as it was typed: the entries are compared in lower case.
            guard let inventory = account.lastInventory else { return [] }
            return [.saveSnapshot(inventory, path: String(typed.trimmingSpaces.dropFirst(5)).trimmingSpaces)]
        }
    }
}

extension String {
    /// Without spaces at either end.
    var trimmingSpaces: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
