import Foundation

/// Runs one of the tests' Python scripts with the interpreter that has botocore; a failure is the test's failure.
enum PythonScript {
    struct Failed: Error, CustomStringConvertible {
        let description: String
    }

    /// What the script prints.
    static func output(_ script: URL, _ arguments: [String] = [], input: Data = Data()) throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let python = ProcessInfo.processInfo.environment["LIFEBOAT_PYTHON"] ?? "python3"
        process.arguments = [python, script.path] + arguments
        let (standardInput, standardOutput) = (Pipe(), Pipe())
        process.standardInput = standardInput
        process.standardOutput = standardOutput
        try process.run()
        // A script that reads nothing ends before it is written to: the writer must not block on it.
        if !input.isEmpty { standardInput.fileHandleForWriting.write(input) }
        try standardInput.fileHandleForWriting.close()
        let data = standardOutput.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failed(description: "\(script.lastPathComponent) ended with \(process.terminationStatus)")
        }
        return data
    }
}
