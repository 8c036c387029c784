import Foundation
import Testing

@testable import AWSCore

/// The chain beside botocore's, case by case of `Botocore/cases.py`.
@Suite struct BotocoreChainTests {
    struct Case: Decodable {
        var name: String
        var config: String
        var credentials: String
        var environment: [String: String]
        var profile: String?
        /// By path below the home directory.
        var files: [String: String]
        /// Who answers beside STS: "sso", "container", "instance".
        var answers: Set<String>
        /// "ACCESS-KEY-ID TOKEN", "none" or "error".
        var found: String
    }

    @Test("every combination of environment and files leads to the keys that botocore finds")
    func equalsBotocore() async throws {
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Botocore/credentials.py")
        let lines = try PythonScript.output(script).split(separator: UInt8(ascii: "\n"))
        #expect(lines.count > 60)
        for line in lines {
            let sample = try JSONDecoder().decode(Case.self, from: Data(line))
            #expect(await found(sample) == sample.found, "\(sample.name)")
        }
    }

    private func found(_ sample: Case) async -> String {
        do {
            let others = Dictionary(uniqueKeysWithValues: sample.files.map { ("/home/me/" + $0.key, $0.value) })
            let (keys, _) = try await resolveCredentials(
                config: sample.config, credentials: sample.credentials, environment: sample.environment,
                profile: sample.profile, others: others
            ) { effects in
                effects.transport = Self.network(sample.answers)
                effects.runProcess = CredentialProcess.run
            }
            return "\(keys.accessKeyID) \(keys.sessionToken ?? "-")"
        } catch let error as CredentialsError {
            return error.kind == .none ? "none" : "error"
        } catch {
            return "error"
        }
    }

    /// Answers what the script answers botocore.
    private static func network(_ answers: Set<String>) -> ScriptedTransport {
        let keys: @Sendable (String) -> HTTPResponse = { id in
            .ok(
                #"{"AccessKeyId":"\#(id)","SecretAccessKey":"s","Token":"tok","Expiration":"2099-01-01T00:00:00Z"}"#)
        }
        return ScriptedTransport.answering { (request, _) throws(TransportError) in
            switch (request.origin.host, request.path) {
            case ("sts.us-east-1.amazonaws.com", _):
                var reply = stsReply(request)
                reply.body = Array(String(decoding: reply.body, as: UTF8.self).replacing("hushtoken", with: "tok").utf8)
                return reply
            case ("portal.sso.us-east-1.amazonaws.com", _) where answers.contains("sso"):
                return .ok(
                    #"{"roleCredentials":{"accessKeyId":"ASIASSO","secretAccessKey":"s","sessionToken":"tok","#
                        + #""expiration":4070908800000}}"#)
            case (_, "/c") where answers.contains("container"): return keys("ASIATASK")
            case ("169.254.169.254", _) where !answers.contains("instance"): throw .connect("timed out")
            case (_, "/latest/api/token"): return .ok("token")
            case (_, "/latest/meta-data/iam/security-credentials/"): return .ok("role")
            case (_, "/latest/meta-data/iam/security-credentials/role"): return keys("ASIAINST")
            default: return .status(404)
            }
        }
    }
}
