package import Foundation

/// All that finding credentials does to the world outside; tests put values in their place.
package struct CredentialsEffects: Sendable {
    /// Starts a program by its words, waits for it, and gives its status and standard output.
    package typealias RunProcess = @Sendable (_ words: [String]) async throws(CredentialsError) -> ProcessOutput
    /// Asks for the code that the device of that serial number shows; nil when none is given.
    package typealias AskMFACode = @Sendable (_ serial: String) async -> String?

    package var transport: any Transport
    package var files: any FileStore
    package var runProcess: RunProcess
    /// Nil where there is no terminal to ask on.
    package var askMFACode: AskMFACode?
    package var now: @Sendable () -> Date
    /// Waits between attempts.
    package var pause: @Sendable (Duration) async -> Void
    package var signer: Signer

    package init(
        transport: any Transport, files: any FileStore = DiskFiles(),
        runProcess: @escaping RunProcess = CredentialProcess.run, askMFACode: AskMFACode? = nil,
        now: @escaping @Sendable () -> Date = { Date() },
        pause: @escaping @Sendable (Duration) async -> Void = { try? await Task.sleep(for: $0) },
        signer: Signer = Signer()
    ) {
        self.transport = transport
        self.files = files
        self.runProcess = runProcess
        self.askMFACode = askMFACode
        self.now = now
        self.pause = pause
        self.signer = signer
    }
}

/// What a program left behind.
package struct ProcessOutput: Hashable, Sendable {
    /// 0 is success; a signal is 128 and its number.
    package let status: Int32
    package let standardOutput: [UInt8]

    package init(status: Int32, standardOutput: [UInt8]) {
        self.status = status
        self.standardOutput = standardOutput
    }
}
