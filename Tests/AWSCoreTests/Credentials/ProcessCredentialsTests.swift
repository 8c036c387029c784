import AWSModel
import Foundation
import Testing

@testable import AWSCore

@Suite struct ProcessCredentialsTests {
    private func resolve(_ line: String = "helper", _ output: String, status: Int32 = 0) async throws -> (
        Credentials, CredentialsOrigin?
    ) {
        try await resolveCredentials(config: "[default]\ncredential_process = \(line)\naws_account_id = 123456789012\n")
        {
            $0.runProcess = { (words) throws(CredentialsError) in
                ProcessOutput(
                    status: status,
                    standardOutput: Array(
                        output.replacing(
                            "WORDS", with: words.map { $0.replacing(" ", with: "_") }.joined(separator: "|")
                        ).utf8))
            }
        }
    }

    @Test("the line is split into words and the program's JSON is read")
    func reads() async throws {
        let (keys, _) = try await resolve(
            #"/bin/helper "a b" c"#,
            #"{"Version":1,"AccessKeyId":"ASIAPROC","SecretAccessKey":"s","SessionToken":"WORDS","Expiration":"2026-11-20T21:00:00+00:00"}"#
        )
        #expect(keys.accessKeyID == "ASIAPROC")
        #expect(keys.sessionToken == "/bin/helper|a_b|c")
        #expect(keys.expiration == CredentialsEffects.fixedNow + 3600)
        #expect(keys.account == "123456789012")
    }

    @Test(
        "what is not as documented is refused without being shown",
        arguments: [
            ("hush", 0, "printed something else than documented"),
            (#"{"AccessKeyId":"a","SecretAccessKey":"hush"}"#, 0, "printed no Version, and 1 is the one known"),
            (
                #"{"Version":2,"AccessKeyId":"a","SecretAccessKey":"hush"}"#, 0,
                "printed Version 2, and 1 is the one known"
            ),
            (#"{"Version":1,"SecretAccessKey":"hush"}"#, 0, "gave no AccessKeyId or no SecretAccessKey"),
            (
                #"{"Version":1,"AccessKeyId":"a","SecretAccessKey":"hush","Expiration":"soon"}"#, 0,
                "gave an Expiration that is no ISO 8601 time"
            ),
            ("hush", 3, "ended with status 3"),
        ] as [(String, Int32, String)])
    func refuses(output: String, status: Int32, message: String) async {
        let error = await failure { try await resolve("helper", output, status: status) }
        #expect(error?.contains(message) == true)
        #expect(error?.contains("hush") == false)
        #expect(error?.contains("run the program by hand") == true)
    }

    @Test("an open quote in the line is an error")
    func quote() async {
        #expect(
            await failure { try await resolve("helper 'x", "") }
                == "credential_process of profile \"default\" has a quote that is not closed; close it")
    }
}
