/// An endpoint given by the operator instead of AWS's own: `http://localhost:5000/base`.
package struct CustomEndpoint: Hashable, Sendable {
    package let origin: HTTPOrigin
    /// Percent-encoded; empty or starting with `/`, never ending with one.
    package let basePath: String

    package init(origin: HTTPOrigin, basePath: String = "") {
        self.origin = origin
        self.basePath = basePath
    }

    /// Nil unless the text is `http` or `https`, a host, perhaps a port and a path, and nothing else.
    package init?(_ text: String) {
        guard let separator = text.firstRange(of: "://") else { return nil }
        let scheme = text[..<separator.lowerBound].lowercased()
        let rest = text[separator.upperBound...]
        guard scheme == "http" || scheme == "https",
            rest.utf8.allSatisfy({ $0 > 32 && $0 < 127 && !Self.forbidden.contains($0) })
        else { return nil }
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        guard let (host, port) = Self.authority(rest[..<slash]) else { return nil }
        let path = rest[slash...]
        guard !path.split(separator: "/").contains(where: { $0 == "." || $0 == ".." }) else { return nil }
        origin = HTTPOrigin(scheme: scheme, host: host, port: port)
        basePath = String(path.reversed().drop { $0 == "/" }.reversed())
    }

    private static func authority(_ text: Substring) -> (host: String, port: Int?)? {
        var host = text
        var port: Int?
        if let colon = text.lastIndex(of: ":"), !text[colon...].contains("]") {
            guard let number = UInt16(text[text.index(after: colon)...]), number > 0 else { return nil }
            host = text[..<colon]
            port = Int(number)
        }
        if host.hasPrefix("[") {
            let inside = host.dropFirst().dropLast()
            guard host.hasSuffix("]"), inside.contains(":"),
                inside.utf8.allSatisfy({ $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") || isHexDigit($0) })
            else { return nil }
        } else {
            let labels = host.split(separator: ".", omittingEmptySubsequences: false)
            guard labels.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isHostByte) }) else { return nil }
        }
        return (host.lowercased(), port)
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...70).contains(byte) || (97...102).contains(byte)
    }
    private static func isHostByte(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_")
    }
    /// User and password, query, fragment, and what no URL holds unescaped.
    private static let forbidden = Array("@?#\"<>\\^`{|}".utf8)
}
