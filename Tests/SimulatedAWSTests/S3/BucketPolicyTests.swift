import AWSCore
import AWSModel
import SimulatedAWS
import Testing

@Suite("A bucket's policy")
struct BucketPolicyTests {
    private static let someone = #""arn:aws:iam::123456789012:user/operator""#

    private func account(
        effect: String = "Deny", principal: String = someone, action: String = "s3:GetBucket*", rest: String = ""
    ) -> TestAccount {
        let account = TestAccount()
        let policy = """
            {"Version":"2012-10-17","Statement":[{"Effect":"\(effect)","Principal":{"AWS":\(principal)},
            "Action":"\(action)","Resource":["arn:aws:s3:::src","arn:aws:s3:::src/*"]\(rest)}]}
            """
        account.aws.configure { $0.updateBucket("src") { $0.policy = policy } }
        return account
    }

    @Test("denies what it names to the operator, and says in which region the bucket is")
    func denies() {
        let reply = account().s3(.get, "src?versioning")
        #expect(reply.status == 403)
        #expect(reply.code == "AccessDenied")
        #expect(reply.headers["x-amz-bucket-region"] == "us-east-1")
    }

    @Test("denies no action, bucket or caller that it does not name")
    func deniesNoMore() {
        #expect(account().s3(.head, "src").status == 200)
        #expect(account().s3(.get, "dst?versioning").status == 200)
        let other = account(principal: #""arn:aws:iam::123456789012:user/somebody-else""#)
        #expect(other.s3(.get, "src?versioning").status == 200)
    }

    @Test("denies everybody with a principal of *")
    func everybody() {
        #expect(account(principal: #""*""#, action: "s3:*").s3(.head, "src").status == 403)
    }

    @Test("denies nothing under a condition, such as for plain HTTP")
    func condition() {
        let plain = account(principal: #""*""#, rest: #","Condition":{"Bool":{"aws:SecureTransport":"false"}}"#)
        #expect(plain.s3(.get, "src?versioning").status == 200)
    }

    @Test("denies nothing that it allows")
    func allows() {
        #expect(account(effect: "Allow").s3(.get, "src?versioning").status == 200)
    }
}
