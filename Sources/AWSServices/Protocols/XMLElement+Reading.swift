import AWSCore
import AWSModel
import Foundation

extension XMLElement {
    /// The document of a reply.
    /// - Throws: `MalformedReply` when it is not XML or its root is not the documented one.
    static func document(_ response: HTTPResponse, root: String) throws(MalformedReply) -> XMLElement {
        let document = try XMLDocument.parse(response.body)
        guard document.name == root else {
            throw MalformedReply("the root element is <\(document.name.prefix(80))>, not <\(root)>")
        }
        return document
    }

    /// The child of that name.
    /// - Throws: `MalformedReply` when there is none.
    func required(_ name: String) throws(MalformedReply) -> XMLElement {
        guard let child = self[name] else { throw MalformedReply("<\(self.name)> has no <\(name)>") }
        return child
    }

    /// The text of the child of that name, which may be empty.
    /// - Throws: `MalformedReply` when there is no such child.
    func requiredText(_ name: String) throws(MalformedReply) -> String { try required(name).text }

    /// The ARN in the child of that name.
    /// - Throws: `MalformedReply` when there is no such child or its text is not an ARN.
    func requiredARN(_ name: String) throws(MalformedReply) -> ARN {
        let text = try requiredText(name)
        guard let arn = ARN(text) else { throw malformed(name, text, "an ARN") }
        return arn
    }

    /// The text of the child of that name; nil when it is absent or empty.
    func nonEmptyText(_ name: String) -> String? {
        guard let text = text(name), !text.isEmpty else { return nil }
        return text
    }

    /// The number in the child of that name; nil when it is absent.
    /// - Throws: `MalformedReply` when the text is not a number.
    func integer<Number: FixedWidthInteger>(_ name: String) throws(MalformedReply) -> Number? {
        guard let text = text(name) else { return nil }
        guard let number = Number(text) else { throw malformed(name, text, "a number") }
        return number
    }

    /// The truth value in the child of that name; nil when it is absent.
    /// - Throws: `MalformedReply` when the text is neither `true` nor `false`.
    func boolean(_ name: String) throws(MalformedReply) -> Bool? {
        switch text(name) {
        case nil: return nil
        case "true", "TRUE", "True", "1": return true
        case "false", "FALSE", "False", "0": return false
        case .some(let text): throw malformed(name, text, "true or false")
        }
    }

    /// The moment in the child of that name; nil when it is absent.
    /// - Throws: `MalformedReply` when the text is not an ISO 8601 time.
    func date(_ name: String) throws(MalformedReply) -> Date? {
        guard let text = text(name) else { return nil }
        guard let date = WireDate.iso8601(text) else { throw malformed(name, text, "an ISO 8601 time") }
        return date
    }

    private func malformed(_ name: String, _ text: String, _ wanted: String) -> MalformedReply {
        MalformedReply("<\(name)> of <\(self.name)> is not \(wanted): \(text.prefix(40))")
    }
}

extension XMLElement {
    /// What asks for the next page, where a flag says whether there is one; nil at the end.
    /// - Throws: `MalformedReply` when there is more, but no way to ask for it: the rest would be missed in silence.
    func token(_ name: String, whenTrue flag: String) throws(MalformedReply) -> String? {
        guard try boolean(flag) == true else { return nil }
        guard let token = nonEmptyText(name) else {
            throw MalformedReply("<\(self.name)> is truncated and has no <\(name)>")
        }
        return token
    }
}
