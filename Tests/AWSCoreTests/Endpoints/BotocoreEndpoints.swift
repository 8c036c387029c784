import Foundation

/// What `botocore_endpoints.py` prints.
enum BotocoreEndpoints {
    /// The fields of the lines of one kind, "partition" or "endpoint".
    static func rows(_ kind: String) throws -> [[String]] {
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("botocore_endpoints.py")
        return String(decoding: try PythonScript.output(script), as: UTF8.self).split(separator: "\n")
            .map { $0.split(separator: " ").map(String.init) }.filter { $0.first == kind }.map { Array($0.dropFirst()) }
    }
}
