import AWSCore
import AWSModel
import Foundation
import Testing

@testable import SimulatedAWS

/// Runs `Tests/EndToEnd/simulated_backup_pipe.py`, whose botocore clients talk to a bench over a pipe.
struct BotocoreConversation {
    struct Outcome {
        /// Names of the operations that botocore called.
        var called: [String] = []
        var exitCode: Int32 = -1
        var complaint = ""
    }

    static let python = ProcessInfo.processInfo.environment["LIFEBOAT_PYTHON"] ?? "python3"
    private static let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "EndToEnd/simulated_backup_pipe.py")

    static let isPossible: Bool = {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [python, "-c", "import boto3"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    static func run(on bench: inout BackupBench) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [python, script.path]
        process.environment = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "PYTHONDONTWRITEBYTECODE": "1",
        ]
        let (questions, answers, complaints) = (Pipe(), Pipe(), Pipe())
        process.standardOutput = questions
        process.standardInput = answers
        process.standardError = complaints
        try process.run()
        var outcome = Outcome()
        var buffer = Data()
        while true {
            let chunk = questions.fileHandleForReading.availableData
            if chunk.isEmpty { break }
            buffer.append(chunk)
            while let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                let question = BackupJSON.parse([UInt8](buffer[..<end])) ?? .null
                buffer = Data(buffer[buffer.index(after: end)...])
                if let called = question["called"]?.asTexts { outcome.called = called }
                try answers.fileHandleForWriting.write(contentsOf: answer(question, on: &bench).bytes + [10])
            }
        }
        process.waitUntilExit()
        outcome.exitCode = process.terminationStatus
        outcome.complaint = String(
            decoding: complaints.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        return outcome
    }

    private static func answer(_ question: BackupJSON, on bench: inout BackupBench) -> BackupJSON {
        if let seconds = question["advance"]?.asInteger {
            bench.pass(minutes: Double(seconds) / 60)
            return .object([:])
        }
        guard let url = question["url"]?.asText, let parts = URLComponents(string: url),
            let method = question["method"]?.asText.flatMap(HTTPRequest.Method.init)
        else { return .object([:]) }
        let request = SimulatedRequest(
            method: method, path: parts.percentEncodedPath,
            query: (parts.queryItems ?? []).map { QueryItem($0.name, $0.value) },
            body: [UInt8](Data(base64Encoded: question["body"]?.asText ?? "") ?? Data()),
            region: Region(question["region"]?.asText ?? ""), account: "123456789012")
        let response = bench.backup.respond(to: request, at: bench.now, world: bench.world)
        let headers = Dictionary(response.headers.fields.map { ($0.name, $0.value) }) { first, _ in first }
        return .members([
            "status": .integer(response.status), "headers": .map(headers),
            "body": .text(Data(response.body).base64EncodedString()),
        ])
    }
}
