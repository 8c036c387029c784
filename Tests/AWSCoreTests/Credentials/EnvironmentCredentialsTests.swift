import AWSModel
import Foundation
import Testing

@testable import AWSCore

@Suite struct EnvironmentCredentialsTests {
    @Test("keys, token, expiration and account come from the environment")
    func all() async throws {
        let (keys, origin) = try await resolveCredentials(environment: [
            "AWS_ACCESS_KEY_ID": "AKIAENV", "AWS_SECRET_ACCESS_KEY": "s", "AWS_SESSION_TOKEN": "t",
            "AWS_CREDENTIAL_EXPIRATION": "2026-11-20T21:00:00Z", "AWS_ACCOUNT_ID": "123456789012",
        ])
        #expect(keys.accessKeyID == "AKIAENV")
        #expect(keys.sessionToken == "t")
        #expect(keys.expiration == CredentialsEffects.fixedNow + 3600)
        #expect(keys.account == "123456789012")
        #expect(origin?.source == "environment")
        #expect(origin?.renewal == .byOperator("set fresh keys in the environment"))
    }

    @Test("long-lived keys need no renewal, and the legacy name of the token is read")
    func longLived() async throws {
        let (_, origin) = try await resolveCredentials(environment: [
            "AWS_ACCESS_KEY_ID": "AKIAENV", "AWS_SECRET_ACCESS_KEY": "s",
        ])
        #expect(origin?.renewal == .notNeeded)
        let (keys, _) = try await resolveCredentials(environment: [
            "AWS_ACCESS_KEY_ID": "AKIAENV", "AWS_SECRET_ACCESS_KEY": "s", "AWS_SECURITY_TOKEN": "legacy",
        ])
        #expect(keys.sessionToken == "legacy")
    }

    @Test("a key without its secret, and an expiration that is no time, are errors")
    func partial() async {
        let half = await failure { try await resolveCredentials(environment: ["AWS_ACCESS_KEY_ID": "AKIAENV"]) }
        #expect(half == "AWS_ACCESS_KEY_ID is set but AWS_SECRET_ACCESS_KEY is not; set both or neither")
        let time = await failure {
            try await resolveCredentials(environment: [
                "AWS_ACCESS_KEY_ID": "AKIAENV", "AWS_SECRET_ACCESS_KEY": "s", "AWS_CREDENTIAL_EXPIRATION": "soon",
            ])
        }
        #expect(time == "AWS_CREDENTIAL_EXPIRATION is no ISO 8601 time; correct it or unset it")
    }

    @Test("keys with characters that no key has are refused without being shown")
    func characters() async {
        let error = await failure {
            try await resolveCredentials(environment: [
                "AWS_ACCESS_KEY_ID": "AKIAENV", "AWS_SECRET_ACCESS_KEY": "hush\n",
            ])
        }
        #expect(error == "the keys from environment hold characters that no key has; write them again")
    }
}
