package import AWSCore
package import AWSModel

extension S3Control {
    /// The batch operations jobs of the last 90 days, Batch Replication among them (1.21).
    package struct ListJobs: Listing {
        package static let service = S3Control.service
        package static let name = "ListJobs"
        package static let call = "s3:ListJobs"

        package let accountID: AccountID
        /// Empty is every status.
        package let statuses: [BatchJobStatus]
        /// Jobs a page, 1…1000; nil is the service's own measure.
        package let maxResults: Int?
        package var nextToken: String?

        package init(
            accountID: AccountID, statuses: [BatchJobStatus] = [], maxResults: Int? = nil, nextToken: String? = nil
        ) {
            self.accountID = accountID
            self.statuses = statuses
            self.maxResults = maxResults
            self.nextToken = nextToken
        }

        package func request() -> OperationRequest {
            OperationRequest(
                path: "/v20180820/jobs",
                query: statuses.map { QueryItem("jobStatuses", $0.rawValue) }
                    + QueryItem.given(["maxResults": maxResults.map { String($0) }, "nextToken": nextToken]),
                headers: ["x-amz-account-id": accountID.digits], hostPrefix: accountID.digits)
        }

        package typealias Item = BatchJobSummary

        package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> Page<BatchJobSummary> {
            let document = try XMLElement.document(response, root: "ListJobsResult")
            var jobs: [BatchJobSummary] = []
            // A row is `member` in the service model, `JobListDescriptor` in the API reference.
            for member in try document.required("Jobs").children { jobs.append(try BatchJobSummary(member)) }
            return Page(items: jobs, nextToken: document.text("NextToken"))
        }
    }
}

extension BatchJobSummary {
    fileprivate init(_ member: XMLElement) throws(MalformedReply) {
        self.init(
            id: try member.requiredText("JobId"),
            status: Open(try member.requiredText("Status")),
            operation: member.text("Operation"),
            description: member.text("Description"),
            priority: try member.integer("Priority"),
            createdAt: try member.date("CreationTime"),
            endedAt: try member.date("TerminationDate"),
            progress: try member["ProgressSummary"].map(BatchJobProgress.init))
    }
}
