import AWSCore
import AWSModel
import Foundation

/// Answers the calls about batch jobs.
enum BatchJobs {
    static func respond(
        to request: SimulatedRequest, _ operation: String, in account: inout SimulatedAccount
    ) throws(ServiceError) -> XMLElement {
        switch operation {
        case "ListJobs":
            let wanted = request.query.filter { $0.name == "jobStatuses" }.compactMap(\.value)
            let jobs = account.batchJobs.filter {
                $0.region == request.region && (wanted.isEmpty || wanted.contains($0.status.rawValue))
            }
            return .node("ListJobsResult", [.node("Jobs", jobs.reversed().map { .node("member", row($0)) })])
        case "DescribeJob":
            let id = request.segments.last ?? ""
            guard let job = account.batchJobs.first(where: { $0.id == id && $0.region == request.region }) else {
                throw ServiceError(404, "NoSuchJob", "The specified job does not exist.")
            }
            return .node("DescribeJobResult", [.node("Job", document(job))])
        default: return .node("CreateJobResult", [.leaf("JobId", try create(request, in: &account))])
        }
    }

    private static func create(_ request: SimulatedRequest, in account: inout SimulatedAccount)
        throws(ServiceError) -> String
    {
        let document = try S3Document.parse(request.body, root: "CreateJobRequest")
        let generator = document["ManifestGenerator"]?["S3JobManifestGenerator"]
        func name(_ arn: String?) -> String { arn.flatMap(ARN.init)?.resource ?? "" }
        guard document["Operation"]?["S3ReplicateObject"] != nil, let generator else {
            throw invalid("Only Batch Replication with a manifest generator is simulated.")
        }
        guard let token = document.text("ClientRequestToken"), !token.isEmpty, let role = document.text("RoleArn"),
            let priority = document.text("Priority").flatMap({ Int($0) })
        else { throw invalid("ClientRequestToken, RoleArn and Priority are required.") }
        let id = account.ids.uuid()
        let job = SimulatedBatchJob(
            id: id,
            arn: ARN(
                partition: request.partition, service: "s3", region: request.region, account: account.id,
                resource: "job/" + id), region: request.region, token: token,
            bucket: name(generator.text("SourceBucket")), roleARN: role,
            reportBucket: name(document["Report"]?.text("Bucket")),
            reportPrefix: document["Report"]?.text("Prefix") ?? "",
            statuses: Set(
                generator["Filter"]?["ObjectReplicationStatuses"]?.children.map(\.text) ?? ["NONE", "FAILED"]),
            priority: priority, createdAt: account.now, startsAt: account.now.addingTimeInterval(120))
        if let known = account.batchJobs.first(where: { $0.token == token && $0.region == request.region }) {
            guard known.bucket == job.bucket, known.roleARN == job.roleARN else {
                throw ServiceError(400, "IdempotencyException", "The token was used before with other parameters.")
            }
            return known.id
        }
        guard let source = account.buckets[job.bucket], source.region == request.region else {
            throw invalid("The source bucket is not in \(request.region).")
        }
        account.batchJobs.append(job)
        return id
    }

    private static func row(_ job: SimulatedBatchJob) -> [XMLElement] {
        var children: [XMLElement] = [
            .leaf("JobId", job.id), .leaf("Operation", "S3ReplicateObject"), .leaf("Priority", "\(job.priority)"),
            .leaf("Status", job.status.rawValue), .leaf("CreationTime", WireTime.iso(job.createdAt)), progress(job),
        ]
        if let end = job.endedAt { children.append(.leaf("TerminationDate", WireTime.iso(end))) }
        return children
    }

    private static func document(_ job: SimulatedBatchJob) -> [XMLElement] {
        var children: [XMLElement] = [
            .leaf("JobId", job.id), .leaf("JobArn", job.arn.text), .leaf("Status", job.status.rawValue),
            .leaf("ConfirmationRequired", "false"), .node("Operation", [.node("S3ReplicateObject")]),
            .leaf("Priority", "\(job.priority)"), progress(job), .leaf("RoleArn", job.roleARN),
            .leaf("CreationTime", WireTime.iso(job.createdAt)),
            .node(
                "Report",
                [
                    .leaf("Bucket", ARN.bucket(job.reportBucket, partition: job.arn.partition).text),
                    .leaf("Format", "Report_CSV_20180820"), .leaf("Enabled", "true"),
                    .leaf("Prefix", job.reportPrefix), .leaf("ReportScope", "AllTasks"),
                ]),
            .node(
                "ManifestGenerator",
                [
                    .node(
                        "S3JobManifestGenerator",
                        [.leaf("SourceBucket", ARN.bucket(job.bucket, partition: job.arn.partition).text)])
                ]),
        ]
        if let end = job.endedAt { children.append(.leaf("TerminationDate", WireTime.iso(end))) }
        if let failure = job.failure {
            children.append(
                .node(
                    "FailureReasons",
                    [
                        .node(
                            "member", [.leaf("FailureCode", "JobFailed"), .leaf("FailureReason", failure)])
                    ]))
        }
        return children
    }

    private static func progress(_ job: SimulatedBatchJob) -> XMLElement {
        .node(
            "ProgressSummary",
            [
                .leaf("TotalNumberOfTasks", "\(job.tasks?.count ?? 0)"),
                .leaf("NumberOfTasksSucceeded", "\(job.succeeded)"), .leaf("NumberOfTasksFailed", "\(job.failed)"),
            ])
    }

    private static func invalid(_ message: String) -> ServiceError { ServiceError(400, "InvalidRequest", message) }
}
