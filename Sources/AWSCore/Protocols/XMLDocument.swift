import CExpat

/// Reads XML replies into small trees; document types and entities are refused, so nothing can be expanded.
package enum XMLDocument {
    /// The root element.
    /// - Throws: `MalformedReply` with line and column, when the body is not one whole XML document.
    package static func parse(_ body: [UInt8]) throws(MalformedReply) -> XMLElement {
        guard let parser = XML_ParserCreate(nil) else { throw MalformedReply("no memory for an XML parser") }
        defer { XML_ParserFree(parser) }
        XML_SetHashSalt(parser, hashSalt)
        let builder = XMLTreeBuilder(parser: parser)
        XML_SetUserData(parser, Unmanaged.passUnretained(builder).toOpaque())
        XML_SetElementHandler(parser, xmlStartElement, xmlEndElement)
        XML_SetCharacterDataHandler(parser, xmlCharacterData)
        XML_SetStartDoctypeDeclHandler(parser, xmlStartDoctype)
        let parsed = body.withUnsafeBytes { buffer in
            XML_Parse(
                parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count), 1)
        }
        guard parsed == XML_STATUS_OK, let root = builder.root else {
            let reason =
                builder.refusal ?? XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) }
                ?? "no document"
            throw MalformedReply(
                "not XML as documented: \(reason), line \(XML_GetCurrentLineNumber(parser)), "
                    + "column \(XML_GetCurrentColumnNumber(parser))")
        }
        return root
    }
}

/// Drawn once a run: left to itself expat asks the system for one a document.
private let hashSalt = UInt.random(in: 1 ... .max)

/// Collects a tree from expat's events.
final class XMLTreeBuilder {
    /// Replies of AWS are at most a dozen levels deep.
    private static let deepest = 100

    private(set) var root: XMLElement?
    private(set) var refusal: String?
    private var open: [XMLElement] = []
    private let parser: XML_Parser

    init(parser: XML_Parser) { self.parser = parser }

    func start(_ name: UnsafePointer<CChar>) {
        guard open.count < Self.deepest else { return refuse("nested too deeply") }
        open.append(XMLElement(name: String(cString: name)))
    }

    func end() {
        guard let element = open.popLast() else { return }
        if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard !open.isEmpty else { return }
        open[open.count - 1].text.append(String(decoding: bytes, as: UTF8.self))
    }

    func refuse(_ reason: String) {
        refusal = reason
        XML_StopParser(parser, 0)
    }
}

private func builder(_ userData: UnsafeMutableRawPointer?) -> XMLTreeBuilder? {
    userData.map { Unmanaged<XMLTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
}

private func xmlStartElement(
    _ userData: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
) {
    if let name { builder(userData)?.start(name) }
}

private func xmlEndElement(_ userData: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?) {
    builder(userData)?.end()
}

private func xmlCharacterData(_ userData: UnsafeMutableRawPointer?, _ text: UnsafePointer<CChar>?, _ count: Int32) {
    guard let text else { return }
    let bytes = UnsafeBufferPointer(
        start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: Int(count))
    builder(userData)?.text(bytes)
}

private func xmlStartDoctype(
    _ userData: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?, _ system: UnsafePointer<CChar>?,
    _ publicID: UnsafePointer<CChar>?, _ hasInternalSubset: Int32
) {
    builder(userData)?.refuse("a document type declaration (HTML?)")
}
