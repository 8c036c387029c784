import Foundation

/// Base64 as HTTP headers carry it.
enum Base64Text {
    static func encode(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
}
