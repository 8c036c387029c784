import AWSModel
import Posture
import Yams

/// Reads the objectives of the settings; whatever is not understood ends it, for a rule that is left out by mistake
/// would make the answer better than it is.
enum ObjectivesNode {
    static func objectives(_ node: Node) throws(SettingsError) -> Objectives {
        guard node.null == nil else { return .none }
        guard let sequence = node.sequence else { throw SettingsError(node, "objectives must be a list of rules") }
        var rules: [ObjectiveRule] = []
        for item in sequence { rules.append(try rule(item)) }
        return Objectives(rules)
    }

    private static func rule(_ node: Node) throws(SettingsError) -> ObjectiveRule {
        guard let mapping = node.mapping else {
            throw SettingsError(node, "an objective must hold a match and what is asked of it")
        }
        var match: ResourceMatch?
        var rule = ObjectiveRule(match: ResourceMatch())
        for (key, value) in mapping {
            switch key.string {
            case "match": match = try Self.match(value)
            case "recovery-point": rule.recoveryPoint = try duration(value, of: "recovery-point")
            case "recovery-time": rule.recoveryTime = try duration(value, of: "recovery-time")
            case "retention": rule.retention = try duration(value, of: "retention")
            case "accept": rule.accept = try AcceptanceNode.acceptance(value)
            default:
                throw SettingsError(
                    key,
                    "an objective has no \"\(key.string ?? "?")\": it has match, recovery-point, recovery-time, "
                        + "retention and accept")
            }
        }
        guard let match else { throw SettingsError(node, "an objective needs a match") }
        guard rule != ObjectiveRule(match: ResourceMatch()) else {
            throw SettingsError(
                node, "the objective sets nothing: no recovery-point, recovery-time, retention or accept")
        }
        rule.match = match
        return rule
    }

    private static func match(_ node: Node) throws(SettingsError) -> ResourceMatch {
        guard let mapping = node.mapping else { throw SettingsError(node, "a match must hold a tag, a name or a type") }
        var match = ResourceMatch()
        for (key, value) in mapping {
            switch key.string {
            case "tag": match.tags = try tags(value)
            case "name": match.name = try word(value, of: "name")
            case "type": match.type = try type(value)
            default:
                throw SettingsError(key, "a match has no \"\(key.string ?? "?")\": it has tag, name and type")
            }
        }
        guard match != ResourceMatch() else {
            throw SettingsError(node, "the match is empty: name: \"*\" matches every resource")
        }
        return match
    }

    private static func tags(_ node: Node) throws(SettingsError) -> [AWSModel.Tag] {
        guard let mapping = node.mapping else {
            throw SettingsError(node, "tag must hold names with values, as in {tier: critical}")
        }
        guard !mapping.isEmpty else { throw SettingsError(node, "tag is empty") }
        var tags: [AWSModel.Tag] = []
        for (key, value) in mapping {
            let name = try word(key, of: "a tag's name")
            // `tier:` alone is more often forgotten than meant; an empty value is written "".
            guard value.null == nil else { throw SettingsError(value, "tag \(name) has no value") }
            tags.append(AWSModel.Tag(key: name, value: try Settings.text(value, of: "tag \(name)")))
        }
        return tags
    }

    private static func type(_ node: Node) throws(SettingsError) -> ResourceType {
        let name = try word(node, of: "type")
        guard let type = ResourceType.judged.first(where: { $0.name == name }) else {
            let names = ResourceType.judged.map(\.name).joined(separator: ", ")
            throw SettingsError(node, "\"\(name)\" is not a type: there are \(names)")
        }
        return type
    }

    private static func duration(_ node: Node, of name: String) throws(SettingsError) -> Duration {
        let text = try word(node, of: name)
        guard let duration = DurationText.duration(text) else {
            throw SettingsError(node, "\(name) \"\(text)\" is not a time, which reads like 15m, 1h, 36h, 7d or 90s")
        }
        return duration
    }

    /// Text with something in it.
    static func word(_ node: Node, of name: String) throws(SettingsError) -> String {
        let text = try Settings.text(node, of: name)
        guard node.null == nil, !text.isEmpty else { throw SettingsError(node, "\(name) is empty") }
        return text
    }
}
