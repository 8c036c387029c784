import AWSCore
import AWSModel
import AWSServices
import Testing

@Suite("The reads of IAM")
struct IAMReadTests {
    @Test("policy documents are decoded from their URL encoding, and a plus stays a plus")
    func documents() throws {
        let reply = HTTPResponse(
            """
            <GetRolePolicyResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><GetRolePolicyResult>
            <PolicyName>p</PolicyName><RoleName>r</RoleName>
            <PolicyDocument>%7B%22Id%22%3A%22a+b%20%C3%BC%22%7D</PolicyDocument></GetRolePolicyResult></GetRolePolicyResponse>
            """)
        #expect(try IAM.GetRolePolicy.decode(reply) == RolePolicy(name: "p", document: "{\"Id\":\"a+b ü\"}"))
    }

    @Test("a truncated list goes on at its marker; a marker without truncation is the end")
    func markers() throws {
        let operation = IAM.ListRolePolicies(roleName: "r", maxItems: 2)
        let more = try IAM.ListRolePolicies.decode(policyNames("<IsTruncated>true</IsTruncated><Marker>m=</Marker>"))
        #expect(more.items == ["one", "two"])
        #expect(operation.next(after: more)?.nextToken == "m=")
        #expect(operation.next(after: more)?.maxItems == 2)
        let last = try IAM.ListRolePolicies.decode(policyNames("<IsTruncated>false</IsTruncated><Marker>m=</Marker>"))
        #expect(operation.next(after: last) == nil)
        #expect(throws: MalformedReply.self) {
            try IAM.ListRolePolicies.decode(policyNames("<IsTruncated>true</IsTruncated>"))
        }
    }

    @Test("a role with an ARN that is none is malformed")
    func malformedARN() {
        #expect(throws: MalformedReply.self) {
            try IAM.GetRole.decode(
                HTTPResponse(
                    """
                    <GetRoleResponse><GetRoleResult><Role><RoleName>r</RoleName><Arn>r</Arn>
                    <AssumeRolePolicyDocument>%7B%7D</AssumeRolePolicyDocument></Role></GetRoleResult></GetRoleResponse>
                    """))
        }
    }

    @Test("a reply to another action is malformed")
    func otherAction() {
        #expect(throws: MalformedReply.self) {
            try IAM.GetRole.decode(HTTPResponse("<GetUserResponse><GetUserResult/></GetUserResponse>"))
        }
    }

    private func policyNames(_ rest: String) -> HTTPResponse {
        HTTPResponse(
            """
            <ListRolePoliciesResponse><ListRolePoliciesResult><PolicyNames><member>one</member><member>two</member>
            </PolicyNames>\(rest)</ListRolePoliciesResult></ListRolePoliciesResponse>
            """)
    }
}
