import AWSCore

/// The body inside `aws-chunked` encoding, which the SDKs use for streams with a trailing checksum.
enum ChunkedUpload {
    static func decode(_ request: HTTPRequest) -> [UInt8] {
        let isChunked =
            request.headers["Content-Encoding"]?.contains("aws-chunked") == true
            || request.headers["x-amz-content-sha256"]?.hasPrefix("STREAMING-") == true
        return isChunked ? decode(request.body) : request.body
    }

    /// Each chunk is `size-in-hex[;chunk-signature=…]\r\n`, data, `\r\n`; a size of 0 ends it, trailers follow.
    static func decode(_ body: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var index = 0
        while let lineEnd = body[index...].firstIndex(of: UInt8(ascii: "\r")), lineEnd + 1 < body.count {
            let line = String(decoding: body[index..<lineEnd], as: UTF8.self)
            guard let size = line.split(separator: ";").first.flatMap({ Int($0, radix: 16) }), size > 0 else { break }
            let start = lineEnd + 2
            guard start + size <= body.count else { break }
            out.append(contentsOf: body[start..<start + size])
            index = min(start + size + 2, body.count)
        }
        return out
    }
}
