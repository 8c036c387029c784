import Yams

/// A line of the settings that is not understood; the caller knows the file's name.
package struct SettingsError: Error, Hashable, Sendable, CustomStringConvertible {
    /// From 1; nil where the file as a whole is meant.
    package let line: Int?
    package let description: String

    init(_ node: Node, _ description: String) {
        line = node.mark?.line
        self.description = description
    }

    init(_ error: any Error) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            line = mark.line
            description = problem
        case .duplicatedKeysInMapping(let names, let context):
            line = context.mark.line
            description = "\(names.joined(separator: ", ")) comes twice"
        case .reader(let problem, _, _, _):
            line = nil
            description = problem
        default:
            line = nil
            description = "it is not YAML"
        }
    }
}
