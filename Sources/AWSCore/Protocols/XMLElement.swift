/// An XML document as a small tree; attributes are dropped.
package struct XMLElement: Hashable, Sendable {
    package let name: String
    /// The text directly inside, untouched.
    package var text: String
    package var children: [XMLElement]

    package init(name: String, text: String = "", children: [XMLElement] = []) {
        self.name = name
        self.text = text
        self.children = children
    }

    /// The first child of that name: nil when absent, an element with no text when empty (1.2).
    package subscript(name: String) -> XMLElement? { children.first { $0.name == name } }

    package func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

    /// The text of the first child of that name; nil when absent, "" when empty.
    package func text(_ name: String) -> String? { self[name]?.text }
}
