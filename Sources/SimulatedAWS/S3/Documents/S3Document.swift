import AWSCore

/// Reads the XML that a client sends.
enum S3Document {
    static func parse(_ body: [UInt8]) throws(ServiceError) -> XMLElement {
        do {
            return try XMLDocument.parse(body)
        } catch {
            throw S3Error.malformedXML
        }
    }

    /// The document, if its root is the one that the call wants.
    static func parse(_ body: [UInt8], root: String) throws(ServiceError) -> XMLElement {
        let document = try parse(body).withoutLayout
        guard document.name == root else { throw S3Error.malformedXML }
        return document
    }

    /// The body came with a checksum, and the checksum is right as far as it is an MD5.
    static func checkIntegrity(of request: SimulatedRequest, required: Bool) throws(ServiceError) {
        if let md5 = request.headers["Content-MD5"] {
            guard Base64Text.encode(Digest.md5(request.body)) == md5 else { throw S3Error.badDigest }
        } else if required, !request.headers.fields.contains(where: { isChecksum($0.name) }) {
            throw S3Error.noChecksum
        }
    }

    private static func isChecksum(_ name: String) -> Bool {
        let name = name.lowercased()
        return name == "x-amz-trailer" || name.hasPrefix("x-amz-checksum-") && name != "x-amz-checksum-mode"
    }
}
