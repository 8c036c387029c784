import AWSCore

/// What the listings of S3 have in common: keys come URL-encoded, because XML cannot hold every key.
struct ListingXML {
    let document: XMLElement
    private let isEncoded: Bool

    /// - Throws: `MalformedReply` when the root is not the documented one.
    init(_ response: HTTPResponse, root: String) throws(MalformedReply) {
        document = try XMLElement.document(response, root: root)
        isEncoded = document.text("EncodingType") == "url"
    }

    /// A key, prefix or marker as it was before S3 encoded it as a form would: space is `+`.
    func decoded(_ text: String) -> String {
        guard isEncoded, text.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else {
            return text
        }
        let spaced = text.utf8.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 }
        return PercentEncoding.decode(String(decoding: spaced, as: UTF8.self))
    }

    /// The key of a row.
    func key(_ row: XMLElement) throws(MalformedReply) -> String { decoded(try row.requiredText("Key")) }

    /// What asks for the next page; nil at the end.
    /// - Throws: `MalformedReply` when the page says there is more, but not how to ask for it.
    func token(_ name: String) throws(MalformedReply) -> String? {
        try document.token(name, whenTrue: "IsTruncated")
    }
}
