import AWSCore
import AWSModel
import SimulatedAWS
import Testing

@Suite("Bucket policies")
struct BucketPolicyTests {
    private let account = TestAccount()

    /// A statement that denies, and whether it denies reading the replication configuration.
    static let statements: [(String, Bool)] = [
        (#""Principal":"*","Action":"s3:Get*","Resource":"arn:aws:s3:::src""#, true),
        (#""Principal":{"AWS":"arn:aws:iam::123456789012:user/operator"},"Action":"s3:*","Resource":"*""#, true),
        (#""Principal":{"AWS":"arn:aws:iam::123456789012:user/other"},"Action":"s3:*","Resource":"*""#, false),
        (#""Principal":"*","Action":"s3:Get*","Resource":"arn:aws:s3:::src/*""#, false),
        (#""Principal":"*","Action":"s3:PutObject","Resource":"*""#, false),
        (
            #""Principal":"*","Action":"s3:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}"#,
            false
        ),
    ]

    @Test("deny what they say, to whom they say it", arguments: statements)
    func denies(_ statement: String, denied: Bool) {
        let policy = #"{"Version":"2012-10-17","Statement":[{"Effect":"Deny",\#(statement)}]}"#
        #expect(account.s3(.put, "src?policy", body: policy).status == 204)
        #expect((account.s3(.get, "src?replication").code == "AccessDenied") == denied)
    }

    @Test("must be JSON")
    func malformed() {
        #expect(account.s3(.put, "src?policy", body: "no").code == "MalformedPolicy")
    }
}
