import Dispatch
import Glibc

/// Runs the program of a `credential_process`: no input, its standard error is the operator's, and it has 2 minutes.
package enum CredentialProcess {
    /// - Throws: `CredentialsError` when it cannot be started, takes too long or prints more than 1 MiB.
    @Sendable package static func run(_ words: [String]) async throws(CredentialsError) -> ProcessOutput {
        try await run(words, timeout: .seconds(120))
    }

    static func run(_ words: [String], timeout: Duration) async throws(CredentialsError) -> ProcessOutput {
        let result: Result<ProcessOutput, CredentialsError> = await withCheckedContinuation { continuation in
            // It waits for the program, which the few threads of the task pool must not do.
            DispatchQueue.global().async { continuation.resume(returning: outcome(of: words, timeout: timeout)) }
        }
        return try result.get()
    }

    private static func outcome(of words: [String], timeout: Duration) -> Result<ProcessOutput, CredentialsError> {
        let program = words.first ?? ""
        func failure(_ why: String) -> Result<ProcessOutput, CredentialsError> {
            .failure(
                CredentialsError(.sourceFailed, "the credential process \(program) \(why); run it by hand to see why"))
        }
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return failure("could not be started: \(reason(errno))") }
        defer { close(ends[0]) }
        // Another program started at this moment must not hold the pipe open.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }

        let started = spawn(words, standardOutput: ends[1])
        close(ends[1])
        guard case .success(let process) = started else {
            if case .failure(let error) = started { return failure("could not be started: \(reason(error.code))") }
            return failure("could not be started")
        }
        let deadline = ContinuousClock.now + timeout
        let output = read(ends[0], until: deadline)
        // One that closed its output may live on.
        var status: Int32 = 0
        var ended = false
        while output != nil, !ended, ContinuousClock.now < deadline {
            ended = waitpid(process, &status, WNOHANG) == process
            if !ended { _ = poll(nil, 0, 2) }
        }
        if !ended {
            kill(process, SIGKILL)
            while waitpid(process, &status, 0) < 0, errno == EINTR {}
        }
        guard let output, ended else { return failure("took longer than \(timeout) or printed more than 1 MiB") }
        let signal = status & 0x7F
        return .success(
            ProcessOutput(status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, standardOutput: output))
    }

    private struct SystemError: Error {
        let code: Int32
    }

    private static func spawn(_ words: [String], standardOutput: Int32) -> Result<pid_t, SystemError> {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, standardOutput, 1)

        var arguments = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var defaults = sigset_t()
        sigemptyset(&defaults)
        sigaddset(&defaults, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        var process: pid_t = 0
        let code = posix_spawnp(&process, words.first ?? "", &actions, &attributes, &arguments, environ)
        return code == 0 ? .success(process) : .failure(SystemError(code: code))
    }

    /// All that comes before the end of file; nil when time or space runs out.
    private static func read(_ descriptor: Int32, until deadline: ContinuousClock.Instant) -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while bytes.count <= 1 << 20 {
            let left = ContinuousClock.now.duration(to: deadline)
            guard left > .zero else { return nil }
            var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let ready = poll(&poller, 1, Int32(clamping: left.components.seconds * 1000 + 1))
            if ready < 0, errno != EINTR { return nil }
            guard ready > 0 else { continue }
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count == 0 { return bytes }
            if count < 0, errno != EINTR { return nil }
            if count > 0 { bytes += buffer[..<count] }
        }
        return nil
    }

    private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
