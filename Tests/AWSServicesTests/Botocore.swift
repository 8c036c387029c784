import AWSCore
import Foundation

/// The service models of botocore, asked through the scripts in `Conformance`.
///
/// The Python that has botocore is named by `LIFEBOAT_PYTHON`, `python3` otherwise. Without it tests fail.
enum Botocore {
    static let directory = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Conformance")

    /// What botocore calls a service: `s3control` for "S3 Control".
    static func service(_ service: Service) -> String { service.id.lowercased().filter { $0 != " " } }

    /// Asks the scripts one question; question and answer are JSON.
    static func ask<Question: Encodable, Answer: Decodable>(
        _ command: String, _ question: Question, for answer: Answer.Type
    ) throws -> Answer {
        let file = FileManager.default.temporaryDirectory.appending(path: "conformance-\(UUID().uuidString).json")
        try JSONEncoder().encode(question).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }

        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            ProcessInfo.processInfo.environment["LIFEBOAT_PYTHON"] ?? "python3", "-B",
            directory.appending(path: "conformance.py").path(), command, file.path(),
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
        return try JSONDecoder().decode(answer, from: data)
    }

    struct Failure: Error, CustomStringConvertible {
        let status: Int32
        var description: String {
            "python3 with botocore is needed; set LIFEBOAT_PYTHON to one that has it (exit status \(status))"
        }
    }
}
