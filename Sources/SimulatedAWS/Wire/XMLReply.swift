package import AWSCore

/// Writes XML trees as AWS does: a declaration, one namespace on the root, no indentation.
package enum XMLReply {
    package static let s3Namespace = "http://s3.amazonaws.com/doc/2006-03-01/"

    package static func bytes(_ root: XMLElement, namespace: String? = nil) -> [UInt8] {
        var out = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
        append(root, attributes: namespace.map { " xmlns=\"\($0)\"" } ?? "", to: &out)
        return out
    }

    private static func append(_ element: XMLElement, attributes: String = "", to out: inout [UInt8]) {
        out.append(contentsOf: "<\(element.name)\(attributes)".utf8)
        if element.children.isEmpty && element.text.isEmpty {
            out.append(contentsOf: "/>".utf8)
            return
        }
        out.append(UInt8(ascii: ">"))
        if element.children.isEmpty { appendText(element.text, to: &out) }
        for child in element.children { append(child, to: &out) }
        out.append(contentsOf: "</\(element.name)>".utf8)
    }

    private static func appendText(_ text: String, to out: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): out.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): out.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): out.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): out.append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "\r"): out.append(contentsOf: "&#13;".utf8)
            default: out.append(byte)
            }
        }
    }
}

extension XMLElement {
    package static func leaf(_ name: String, _ text: String) -> XMLElement { XMLElement(name: name, text: text) }

    package static func node(_ name: String, _ children: [XMLElement] = []) -> XMLElement {
        XMLElement(name: name, children: children)
    }

    /// The tree without the blanks between its elements, as a client may have indented it.
    var withoutLayout: XMLElement {
        children.isEmpty ? self : XMLElement(name: name, children: children.map(\.withoutLayout))
    }

    /// The text without blanks around it; nil when the child is absent.
    func word(_ name: String) -> String? {
        guard let text = text(name) else { return nil }
        let trimmed = text.drop(while: \.isWhitespace)
        return String(trimmed.reversed().drop(while: \.isWhitespace).reversed())
    }
}
