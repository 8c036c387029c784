package import Console
package import Posture
import Yams

/// What `lifeboat.yaml` sets.
///
/// ```yaml
/// theme: light
/// keys:
///   refresh: [f5, ctrl-r]
///   zoom: x
/// objectives:
///   - match: {tag: {tier: critical}}
///     recovery-point: 15m
/// prices:
///   - {item: s3-storage, class: STANDARD, region: us-west-2, usd: 0.021, date: 2026-10-01}
/// ```
package struct Settings: Sendable {
    /// The name of a theme; nil leaves the choice to options and environment.
    package var theme: String?
    package var keys: [Keymap.Change] = []
    /// Nil where the file says nothing of objectives.
    package var objectives: Objectives?
    /// Nil where the file says nothing of prices.
    package var prices: [PriceList.Line]?

    package init() {}

    /// - Throws: `SettingsError` with the line of the first thing that is not understood.
    package init(yaml: String) throws(SettingsError) {
        let root: Node?
        do { root = try compose(yaml: yaml) } catch { throw SettingsError(error) }
        guard let root, root.null == nil else { return }
        guard let mapping = root.mapping else { throw SettingsError(root, "the file must hold names with values") }
        for (key, value) in mapping {
            switch key.string {
            case "theme": theme = try Self.text(value, of: "theme")
            case "keys": keys = try Self.keys(value)
            case "objectives": objectives = try ObjectivesNode.objectives(value)
            case "prices": prices = try PricesNode.lines(value)
            default: throw SettingsError(key, "there is no setting \"\(key.string ?? "?")\"")
            }
        }
    }

    private static func keys(_ node: Node) throws(SettingsError) -> [Keymap.Change] {
        guard node.null == nil else { return [] }
        guard let mapping = node.mapping else { throw SettingsError(node, "keys must hold commands with their keys") }
        var changes: [Keymap.Change] = []
        for (command, chosen) in mapping {
            let line = command.mark?.line ?? 1
            let name = try text(command, of: "keys")
            var names: [String] = []
            if let sequence = chosen.sequence {
                for item in sequence { names.append(try text(item, of: name)) }
            } else if chosen.null == nil {
                names.append(try text(chosen, of: name))
            }
            changes.append(Keymap.Change(command: name, keys: names, line: line))
        }
        return changes
    }

    static func text(_ node: Node, of name: String) throws(SettingsError) -> String {
        guard let text = node.scalar?.string else { throw SettingsError(node, "\(name) must be a word") }
        return text
    }
}
