import COpenSSL

/// Digests over OpenSSL.
package enum Digest {
    /// 32 bytes.
    package static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        digest(32) { out in lifeboat_sha256(bytes, bytes.count, out) }
    }
    /// 20 bytes; names of the SSO token cache are made of it.
    package static func sha1(_ bytes: [UInt8]) -> [UInt8] {
        digest(20) { out in lifeboat_sha1(bytes, bytes.count, out) }
    }
    /// 16 bytes; S3 wants it of some bodies.
    package static func md5(_ bytes: [UInt8]) -> [UInt8] {
        digest(16) { out in lifeboat_md5(bytes, bytes.count, out) }
    }
    /// 32 bytes.
    package static func hmacSHA256(key: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
        digest(32) { out in lifeboat_hmac_sha256(key, key.count, bytes, bytes.count, out) }
    }

    /// Two lower-case digits a byte.
    package static func hex(_ bytes: [UInt8]) -> String {
        String(unsafeUninitializedCapacity: bytes.count * 2) { buffer in
            for (index, byte) in bytes.enumerated() {
                buffer[2 * index] = digits[Int(byte >> 4)]
                buffer[2 * index + 1] = digits[Int(byte & 15)]
            }
            return bytes.count * 2
        }
    }

    private static let digits = Array("0123456789abcdef".utf8)

    private static func digest(_ count: Int, _ body: (UnsafeMutablePointer<UInt8>?) -> Int32) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            let done = body(buffer.baseAddress)
            precondition(done == 1, "OpenSSL refused a digest")
            initialized = count
        }
    }
}
