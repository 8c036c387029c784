/// A tag of a resource; keys and values are case-sensitive.
package struct Tag: Hashable, Sendable, Codable {
    package var key: String
    package var value: String

    private enum CodingKeys: String, CodingKey { case key = "Key", value = "Value" }

    package init(key: String, value: String) {
        self.key = key
        self.value = value
    }
}
