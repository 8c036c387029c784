import AWSModel
import Foundation
import Testing

@testable import AWSCore

@Suite struct WebIdentityCredentialsTests {
    private static let environment = [
        "AWS_WEB_IDENTITY_TOKEN_FILE": "/token", "AWS_ROLE_ARN": "arn:aws:iam::123456789012:role/pod",
        "AWS_ROLE_SESSION_NAME": "s", "AWS_REGION": "eu-west-1",
    ]

    @Test("the token's file is exchanged for the role's credentials, unsigned")
    func environment() async throws {
        let transport = ScriptedTransport.answering { request, _ in stsReply(request) }
        let (keys, origin) = try await resolveCredentials(
            environment: Self.environment, others: ["/token": "jwt\n"]
        ) { $0.transport = transport }
        #expect(keys.accessKeyID == "ASIAPOD")
        let request = try #require(transport.requests.first)
        #expect(request.url == "https://sts.eu-west-1.amazonaws.com/")
        #expect(request.form["WebIdentityToken"] == "jwt")
        #expect(request.form["RoleSessionName"] == "s")
        #expect(request.headers["Authorization"] == nil)
        #expect(origin?.refreshNeeds == [RegionalDependency(service: "STS", region: "eu-west-1")])
    }

    @Test("a profile may name token and role, and then assumes it without a source profile")
    func profile() async throws {
        let transport = ScriptedTransport.answering { request, _ in stsReply(request) }
        let (keys, _) = try await resolveCredentials(
            config: "[profile p]\nrole_arn = arn:aws:iam::1:role/ci\nweb_identity_token_file = ~/token\n", profile: "p",
            others: ["/home/me/token": "jwt"]
        ) { $0.transport = transport }
        #expect(keys.accessKeyID == "ASIACI")
    }

    @Test("with an explicit profile the environment's token does not count")
    func explicitProfile() async throws {
        let (keys, _) = try await resolveCredentials(
            credentials: "[p]\naws_access_key_id = AKIAFILE\naws_secret_access_key = s\n",
            environment: Self.environment, profile: "p", others: ["/token": "jwt"])
        #expect(keys.accessKeyID == "AKIAFILE")
    }

    @Test("a missing token and a missing role are errors")
    func missing() async {
        let file = await failure { try await resolveCredentials(environment: Self.environment) }
        #expect(file == "the web identity token file /token does not exist; mount it")
        let role = await failure {
            try await resolveCredentials(environment: ["AWS_WEB_IDENTITY_TOKEN_FILE": "/token"])
        }
        #expect(
            role == "a web identity token file is named but no role; "
                + "set AWS_ROLE_ARN, or role_arn of profile \"default\"")
    }
}
