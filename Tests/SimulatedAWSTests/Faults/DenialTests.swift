import AWSCore
import AWSModel
import SimulatedAWS
import Testing

@Suite("Denials of the services that hold resources")
struct DenialTests {
    private let account = TestAccount()

    struct Case: Sendable, CustomTestStringConvertible {
        let action: String
        let host: String
        var method = HTTPRequest.Method.post
        var path = "/"
        var target: String?
        var form: String?
        let status: Int
        let code: String

        var testDescription: String { action }
    }

    static let cases = [
        Case(
            action: "rds:DescribeDBInstances", host: "rds", form: "Action=DescribeDBInstances", status: 403,
            code: "AccessDenied"),
        Case(
            action: "dynamodb:ListTables", host: "dynamodb", target: "DynamoDB_20120810.ListTables", status: 400,
            code: "AccessDeniedException"),
        Case(
            action: "ec2:DescribeVolumes", host: "ec2", form: "Action=DescribeVolumes", status: 403,
            code: "UnauthorizedOperation"),
        Case(
            action: "elasticfilesystem:DescribeFileSystems", host: "elasticfilesystem", method: .get,
            path: "/2015-02-01/file-systems", status: 403, code: "AccessDeniedException"),
        Case(
            action: "dlm:GetLifecyclePolicies", host: "dlm", method: .get, path: "/policies", status: 403,
            code: "AccessDeniedException"),
    ]

    @Test("are in the words of each, and only what is denied is", arguments: cases)
    func denied(_ one: Case) {
        var headers: HTTPHeaders = ["Content-Type": "application/x-www-form-urlencoded"]
        headers["X-Amz-Target"] = one.target
        let request = HTTPRequest(
            method: one.method, origin: HTTPOrigin(host: "\(one.host).us-east-1.amazonaws.com"), path: one.path,
            headers: headers, body: Array((one.form ?? "").utf8))
        #expect(account.aws.respond(to: request).status == 200)
        account.aws.faults.denials = [.init(one.action)]
        let reply = account.aws.respond(to: request)
        #expect(reply.status == one.status)
        #expect(reply.text.contains(one.code) || reply.headers["x-amzn-errortype"] == one.code)
    }
}
