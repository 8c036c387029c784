package import AWSCore
package import AWSModel

extension S3Control {
    /// A Batch Replication job of what the rules of a bucket have not replicated yet: objects older than they are, and
    /// those that failed (1.21). Answered with its id; S3 knows the token.
    package struct CreateJob: MutatingOperation {
        package static let service = S3Control.service
        package static let name = "CreateJob"
        package static let call = "s3:CreateJob"
        package static let isRepeatable = true

        package let accountID: AccountID
        /// The source, whose rules are followed.
        package let bucket: String
        package let roleARN: String
        package let reportBucket: String
        package let reportPrefix: String
        package let token: String

        package init(
            accountID: AccountID, bucket: String, roleARN: String, reportBucket: String, reportPrefix: String,
            token: String
        ) {
            self.accountID = accountID
            self.bucket = bucket
            self.roleARN = roleARN
            self.reportBucket = reportBucket
            self.reportPrefix = reportPrefix
            self.token = token
        }

        package var idempotencyToken: String? { token }

        package func request() -> OperationRequest {
            OperationRequest(
                method: .post, path: "/v20180820/jobs", headers: ["x-amz-account-id": accountID.digits],
                body: ControlDocument.bytes(document), hostPrefix: accountID.digits)
        }

        package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> String {
            try XMLElement.document(response, root: "CreateJobResult").requiredText("JobId")
        }

        private var document: XMLElement {
            let partition = ARN(roleARN)?.partition ?? "aws"
            func leaf(_ name: String, _ text: String) -> XMLElement { XMLElement(name: name, text: text) }
            func node(_ name: String, _ children: XMLElement...) -> XMLElement {
                XMLElement(name: name, children: children)
            }
            return node(
                "CreateJobRequest", leaf("ConfirmationRequired", "false"),
                node("Operation", node("S3ReplicateObject")),
                node(
                    "Report", leaf("Bucket", ARN.bucket(reportBucket, partition: partition).text),
                    leaf("Format", "Report_CSV_20180820"), leaf("Enabled", "true"), leaf("Prefix", reportPrefix),
                    leaf("ReportScope", "AllTasks")),
                leaf("ClientRequestToken", token), leaf("Priority", "\(BatchJob.replicationPriority)"),
                leaf("RoleArn", roleARN),
                node(
                    "ManifestGenerator",
                    node(
                        "S3JobManifestGenerator", leaf("ExpectedBucketOwner", accountID.digits),
                        leaf("SourceBucket", ARN.bucket(bucket, partition: partition).text),
                        leaf("EnableManifestOutput", "false"),
                        node(
                            "Filter", leaf("EligibleForReplication", "true"),
                            node("ObjectReplicationStatuses", leaf("member", "NONE"), leaf("member", "FAILED"))))))
        }
    }
}
