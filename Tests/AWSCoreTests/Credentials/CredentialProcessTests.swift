import Testing

@testable import AWSCore

@Suite struct CredentialProcessTests {
    @Test("output and status of a program come back, and its input is empty")
    func runs() async throws {
        #expect(
            try await CredentialProcess.run(["/bin/sh", "-c", "cat; printf '%s' \"$1\"; exit 3", "sh", "a b"])
                == ProcessOutput(status: 3, standardOutput: Array("a b".utf8)))
    }

    @Test("a program ended by a signal has a status that says which")
    func signal() async throws {
        #expect(try await CredentialProcess.run(["/bin/sh", "-c", "kill -9 $$"]).status == 137)
    }

    @Test("a program that is not there is an error that names it")
    func missing() async {
        let error = await #expect(throws: CredentialsError.self) {
            try await CredentialProcess.run(["/nowhere/helper", "hush"])
        }
        #expect(
            error?.description == "the credential process /nowhere/helper could not be started: "
                + "No such file or directory; run it by hand to see why")
    }

    @Test("a program that takes too long is ended")
    func tooLong() async {
        let error = await #expect(throws: CredentialsError.self) {
            try await CredentialProcess.run(["sleep", "600"], timeout: .milliseconds(50))
        }
        #expect(error?.description.contains("took longer than") == true)
    }

    @Test("a program that prints without end is ended")
    func tooMuch() async {
        let error = await #expect(throws: CredentialsError.self) { try await CredentialProcess.run(["yes"]) }
        #expect(error?.description.contains("more than 1 MiB") == true)
    }
}
