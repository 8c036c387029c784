/// The settings under one header.
package struct ConfigSection: Hashable, Sendable {
    struct Setting: Hashable, Sendable {
        var value: String
        /// Counted from 1.
        var line: Int
    }
    /// By lower-case name.
    var settings: [String: Setting] = [:]
    /// Settings indented below a setting without a value, by the lower-case names of both.
    var nested: [String: [String: Setting]] = [:]

    package init() {}

    /// Nil when there is no such setting or it is empty.
    package subscript(name: String) -> String? { settings[name].flatMap { $0.value.isEmpty ? nil : $0.value } }

    /// Nil when there is no such nested setting or it is empty.
    package subscript(outer: String, inner: String) -> String? {
        nested[outer]?[inner].flatMap { $0.value.isEmpty ? nil : $0.value }
    }

    /// This section with the settings of another on top.
    func merging(_ other: ConfigSection) -> ConfigSection {
        var result = self
        result.settings.merge(other.settings) { $1 }
        result.nested.merge(other.nested) { $1 }
        return result
    }
}

extension ConfigSection: CustomStringConvertible, CustomReflectable {
    /// The names alone: values may be secrets.
    package var description: String { (Array(settings.keys) + nested.keys).sorted().joined(separator: ", ") }
    package var customMirror: Mirror { Mirror(self, children: ["settings": description]) }
}
