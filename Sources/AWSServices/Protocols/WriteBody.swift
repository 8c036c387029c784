import Foundation

/// The JSON body of a write, its keys in the order of their letters.
enum WriteBody {
    /// Bodies are texts, flags and integers, which cannot fail to encode.
    static func json(_ body: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(body)).map { Array($0) } ?? []
    }
}
