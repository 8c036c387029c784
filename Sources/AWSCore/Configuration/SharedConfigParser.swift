/// Reads line by line what Python's configparser, and so the AWS CLI, would read: a section or a setting that comes
/// twice is refused, `#` and `;` begin a comment only at the start of a line, and deeper lines continue a setting.
struct SharedConfigParser {
    let path: String
    private(set) var sections: [String: ConfigSection] = [:]
    /// Where each section begins, by header.
    private var firstLines: [String: Int] = [:]
    private var line = 0
    private var header: String?
    private var name: String?
    private var indentation = 0

    init(path: String) { self.path = path }

    mutating func take(_ bytes: ArraySlice<UInt8>) throws(ConfigurationError) {
        line += 1
        guard let text = String(validating: bytes, as: UTF8.self) else { throw malformed("not UTF-8") }
        let content = text.trimmed
        guard let first = content.first, first != "#", first != ";" else { return }
        let depth = text.prefix { $0.isWhitespace }.count
        if let header, let name, depth > indentation {
            try take(content, below: name, of: header)
        } else if first == "[" {
            try takeHeader(content)
            indentation = depth
        } else {
            try takeSetting(content)
            indentation = depth
        }
    }

    private mutating func takeHeader(_ content: Substring) throws(ConfigurationError) {
        guard let end = content.firstIndex(of: "]") else {
            throw malformed("expected `]` at the end of a section's name")
        }
        let rest = content[content.index(after: end)...].trimmed
        guard rest.isEmpty || rest.first == "#" || rest.first == ";" else {
            throw malformed("expected nothing after the section's name")
        }
        let text = String(content[..<end].dropFirst().trimmed)
        guard !text.isEmpty else { throw malformed("expected the name of a section between `[` and `]`") }
        if let first = firstLines[text] { throw malformed("the same section as in line \(first)") }
        firstLines[text] = line
        sections[text] = ConfigSection()
        header = text
        name = nil
    }

    private mutating func takeSetting(_ content: Substring) throws(ConfigurationError) {
        guard let header else { throw malformed("expected a section such as `[default]` before the first setting") }
        guard let separator = content.firstIndex(where: { $0 == "=" || $0 == ":" }) else {
            throw malformed("expected `key = value`")
        }
        let key = content[..<separator].trimmed.lowercased()
        guard !key.isEmpty else { throw malformed("expected a name before `=`") }
        if let first = sections[header]?.settings[key] {
            throw malformed("the same setting as in line \(first.line)")
        }
        let value = String(content[content.index(after: separator)...].trimmed)
        sections[header]?.settings[key] = ConfigSection.Setting(value: value, line: line)
        name = key
    }

    private mutating func take(_ content: Substring, below name: String, of header: String) throws(ConfigurationError) {
        guard sections[header]?.settings[name]?.value.isEmpty ?? true else {
            sections[header]?.settings[name]?.value += "\n" + content
            return
        }
        guard let separator = content.firstIndex(of: "="), separator > content.startIndex else {
            throw malformed("expected `key = value` below `\(name) =`")
        }
        let key = content[..<separator].trimmed.lowercased()
        let value = String(content[content.index(after: separator)...].trimmed)
        sections[header]?.nested[name, default: [:]][key] = ConfigSection.Setting(value: value, line: line)
    }

    private func malformed(_ what: String) -> ConfigurationError {
        ConfigurationError("\(path), line \(line): \(what)")
    }
}

extension StringProtocol {
    /// Without white space at either end.
    fileprivate var trimmed: SubSequence {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else {
            return self[endIndex...]
        }
        return self[first...last]
    }
}
