package import AWSCore
package import AWSModel

extension S3Control {
    /// One batch operations job: how far it is, and why it failed (1.21).
    package struct DescribeJob: ReadOperation {
        package static let service = S3Control.service
        package static let name = "DescribeJob"
        package static let call = "s3:DescribeJob"

        package let accountID: AccountID
        package let jobID: String

        package init(accountID: AccountID, jobID: String) {
            self.accountID = accountID
            self.jobID = jobID
        }

        package func request() -> OperationRequest {
            OperationRequest(
                path: "/v20180820/jobs/\(PercentEncoding.encode(jobID))",
                headers: ["x-amz-account-id": accountID.digits], hostPrefix: accountID.digits)
        }

        package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> BatchJob {
            try BatchJob(XMLElement.document(response, root: "DescribeJobResult").required("Job"))
        }
    }
}

extension BatchJob {
    fileprivate init(_ job: XMLElement) throws(MalformedReply) {
        let report = job["Report"]
        self.init(
            id: try job.requiredText("JobId"),
            arn: job.text("JobArn"),
            status: Open(try job.requiredText("Status")),
            operation: job["Operation"]?.children.first?.name,
            description: job.text("Description"),
            statusReason: job.text("StatusUpdateReason"),
            failures: job["FailureReasons"]?.children.map {
                BatchJobFailure(code: $0.text("FailureCode"), reason: $0.text("FailureReason"))
            } ?? [],
            roleARN: job.text("RoleArn"),
            reportBucket: report?.text("Bucket"),
            reportPrefix: report?.text("Prefix"),
            sourceBucket: job["ManifestGenerator"]?["S3JobManifestGenerator"]?.text("SourceBucket"),
            createdAt: try job.date("CreationTime"),
            endedAt: try job.date("TerminationDate"),
            progress: try job["ProgressSummary"].map(BatchJobProgress.init))
    }
}

extension BatchJobProgress {
    /// Reads a `<ProgressSummary>`.
    init(_ summary: XMLElement) throws(MalformedReply) {
        self.init(
            total: try summary.integer("TotalNumberOfTasks"),
            succeeded: try summary.integer("NumberOfTasksSucceeded"),
            failed: try summary.integer("NumberOfTasksFailed"),
            activeSeconds: try summary["Timers"]?.integer("ElapsedTimeInActiveSeconds"))
    }
}
