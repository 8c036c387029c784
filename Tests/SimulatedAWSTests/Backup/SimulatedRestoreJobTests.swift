import AWSCore
import AWSModel
import Foundation
import Testing

@testable import SimulatedAWS

struct SimulatedRestoreJobTests {
    private static let point = "arn:aws:backup:us-east-1:123456789012:recovery-point:1"

    private static func bench() -> BackupBench {
        var bench = BackupBench()
        bench.backup.add(
            SimulatedRecoveryPoint(
                arn: point, resourceARN: BackupBench.table.arn, resourceType: "DynamoDB", resourceName: "carts",
                createdAt: bench.now - 3600, restoreMetadata: ["originalTableName": "carts"]), toVault: "main",
            in: BackupBench.home)
        return bench
    }

    private static func body(_ metadata: String, point: String = point) -> BackupJSON {
        .json(#"{"RecoveryPointArn":"\#(point)","Metadata":\#(metadata),"IdempotencyToken":"t"}"#)
    }

    @Test("A restore goes its course and names what it made (2.16, 2.17)")
    func course() throws {
        var bench = Self.bench()
        let body = Self.body(#"{"targetTableName":"carts2"}"#)
        let id = try #require(bench.call(.put, "/restore-jobs", body)["RestoreJobId"]?.asText)
        #expect(bench.call(.put, "/restore-jobs", body)["RestoreJobId"]?.asText == id)
        #expect(bench.call(.get, "/restore-jobs/\(id)")["Status"]?.asText == "PENDING")
        bench.pass(minutes: 3)
        #expect(bench.call(.get, "/restore-jobs/\(id)")["Status"]?.asText == "RUNNING")
        bench.pass(hours: 1)
        let job = bench.call(.get, "/restore-jobs/\(id)")
        #expect(job["Status"]?.asText == "COMPLETED")
        #expect(job["CreatedResourceArn"]?.asText == "arn:aws:dynamodb:us-east-1:123456789012:table/carts2")
        #expect(job["RecoveryPointCreationDate"]?.asSeconds == 1_795_129_200.0)
        #expect(bench.backup.takeCompletedRestores().map(\.id) == [id])
        #expect(bench.backup.takeCompletedRestores().isEmpty)
        let resource = bench.call(.get, "/resources/arn%3Aaws%3Adynamodb%3Aus-east-1%3A123456789012%3Atable%2Fcarts")
        #expect(resource["LatestRestoreExecutionTimeMinutes"]?.asInteger == 7)
    }

    @Test("A restore without what its type needs is refused (2.16)")
    func missingMetadata() {
        var bench = Self.bench()
        let reply = bench.call(.put, "/restore-jobs", Self.body("{}"))
        #expect(reply.error == "InvalidParameterValueException")
        #expect(reply["Message"]?.asText?.contains("targetTableName") == true)
        #expect(bench.backup.restoreJobs(in: BackupBench.home).isEmpty)
    }

    @Test("A token is known for an hour, whatever else the repetition says")
    func tokens() throws {
        var bench = Self.bench()
        let first = try #require(
            bench.call(.put, "/restore-jobs", Self.body(#"{"targetTableName":"a"}"#))["RestoreJobId"]?.asText)
        bench.pass(minutes: 59)
        #expect(
            bench.call(.put, "/restore-jobs", Self.body(#"{"targetTableName":"b"}"#))["RestoreJobId"]?.asText == first)
        bench.pass(minutes: 2)
        #expect(
            bench.call(.put, "/restore-jobs", Self.body(#"{"targetTableName":"b"}"#))["RestoreJobId"]?.asText != first)
        #expect(bench.backup.restoreJobs(in: BackupBench.home).count == 2)
    }

    @Test("A recovery point is restored in its own region only")
    func ownRegion() {
        var bench = Self.bench()
        let reply = bench.call(.put, "/restore-jobs", Self.body("{}"), in: BackupBench.away)
        #expect(reply.error == "ResourceNotFoundException")
    }

    @Test("The metadata to restore with is read back")
    func metadata() {
        var bench = Self.bench()
        let path = "/backup-vaults/main/recovery-points/\(Self.point.replacing(":", with: "%3A"))/restore-metadata"
        #expect(bench.call(.get, path)["RestoreMetadata"]?.asMap == ["originalTableName": "carts"])
    }

    private static func tested(_ bench: inout BackupBench, validationHours: Int) throws -> String {
        bench.call(
            .put, "/restore-testing/plans",
            .json(
                #"{"RestoreTestingPlan":{"RestoreTestingPlanName":"drill","ScheduleExpression":"cron(0 1 ? * * *)","#
                    + #""RecoveryPointSelection":{"Algorithm":"LATEST_WITHIN_WINDOW","IncludeVaults":["*"],"#
                    + #""RecoveryPointTypes":["SNAPSHOT"]}}}"#))
        bench.call(
            .put, "/restore-testing/plans/drill/selections",
            .json(
                #"{"RestoreTestingSelection":{"RestoreTestingSelectionName":"tables","IamRoleArn":"\#(BackupBench.role)","#
                    + #""ProtectedResourceType":"DynamoDB","ProtectedResourceArns":["*"],"#
                    + #""ValidationWindowHours":\#(validationHours)}}"#))
        bench.pass(hours: 2)
        return try #require(bench.backup.restoreJobs(in: BackupBench.home).first).id
    }

    @Test("A restore test runs by its schedule and waits for its validation (2.17)")
    func restoreTest() throws {
        var bench = Self.bench()
        let id = try Self.tested(&bench, validationHours: 3)
        let job = bench.call(.get, "/restore-jobs/\(id)")
        #expect(job["Status"]?.asText == "COMPLETED")
        #expect(job["ValidationStatus"]?.asText == "VALIDATING")
        #expect(job["CreatedBy"]?["RestoreTestingPlanArn"] != nil)
        let path = "/restore-jobs/\(id)/validations"
        #expect(bench.call(.put, path, .json(#"{"ValidationStatus":"SUCCESSFUL"}"#)).status == 204)
        #expect(bench.call(.put, path, .json(#"{"ValidationStatus":"FAILED"}"#)).error == "InvalidRequestException")
        bench.pass(hours: 5)
        #expect(bench.call(.get, "/restore-jobs/\(id)")["ValidationStatus"]?.asText == "SUCCESSFUL")
    }

    @Test("A restore test that nobody validates times out (2.17)")
    func timeOut() throws {
        var bench = Self.bench()
        let id = try Self.tested(&bench, validationHours: 3)
        bench.pass(hours: 5)
        #expect(bench.call(.get, "/restore-jobs/\(id)")["ValidationStatus"]?.asText == "TIMED_OUT")
    }
}
