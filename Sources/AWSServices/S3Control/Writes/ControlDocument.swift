import AWSCore

/// A document that S3 Control is sent.
enum ControlDocument {
    static func bytes(_ root: XMLElement) -> [UInt8] {
        let namespace = #" xmlns="http://awss3control.amazonaws.com/doc/2018-08-20/""#
        return Array(text(root, attributes: namespace).utf8)
    }

    private static func text(_ element: XMLElement, attributes: String = "") -> String {
        let inside = escaped(element.text) + element.children.map { text($0) }.joined()
        return "<\(element.name)\(attributes)>\(inside)</\(element.name)>"
    }

    private static func escaped(_ text: String) -> String {
        guard text.contains(where: { "&<>\r".contains($0) }) else { return text }
        return text.reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\r": result += "&#13;"
            default: result.append(character)
            }
        }
    }
}
