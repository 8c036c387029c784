/// An AWS config or credentials file as written: sections of settings, some with settings nested below them.
package struct SharedConfigFile: Hashable, Sendable {
    /// As it is named to people: "~/.aws/config".
    package let path: String
    /// By header, without brackets: "profile prod", "default".
    package private(set) var sections: [String: ConfigSection] = [:]

    /// A file that is not there.
    package init(path: String) { self.path = path }

    /// - Throws: `ConfigurationError` with path and line, never with the text of the line, which may be a secret.
    package init(_ bytes: [UInt8], path: String) throws(ConfigurationError) {
        self.path = path
        var parser = SharedConfigParser(path: path)
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            try parser.take(bytes[start..<end])
            start = end + 1
        }
        sections = parser.sections
    }
}
