import AWSCore
import AWSModel
import Foundation
import Testing

@testable import SimulatedAWS

struct SimulatedPlanTests {
    private static func body(_ rule: String, name: String = "p") -> BackupJSON {
        .json(#"{"BackupPlan":{"BackupPlanName":"\#(name)","Rules":[\#(rule)]}}"#)
    }
    private static let plain = #"{"RuleName":"r","TargetBackupVaultName":"main"}"#

    @Test("A plan is read back with AWS's defaults filled in (2.1)")
    func defaults() throws {
        var bench = BackupBench()
        let id = try #require(bench.call(.put, "/backup/plans/", Self.body(Self.plain))["BackupPlanId"]?.asText)
        let rule = try #require(bench.call(.get, "/backup/plans/\(id)/")["BackupPlan"]?["Rules"]?.asList?.first)
        #expect(rule["ScheduleExpression"]?.asText == "cron(0 5 ? * * *)")
        #expect(rule["ScheduleExpressionTimezone"]?.asText == "Etc/UTC")
        #expect(rule["StartWindowMinutes"]?.asInteger == 480)
        #expect(rule["RuleId"]?.asText?.count == 36)
    }

    @Test("Members that this simulation does not know survive")
    func unknownMembers() throws {
        var bench = BackupBench()
        let rule = #"{"RuleName":"r","TargetBackupVaultName":"main","IndexActions":[{"ResourceTypes":["S3"]}]}"#
        let id = try #require(bench.call(.put, "/backup/plans/", Self.body(rule))["BackupPlanId"]?.asText)
        let read = try #require(bench.call(.get, "/backup/plans/\(id)/")["BackupPlan"]?["Rules"]?.asList?.first)
        #expect(read["IndexActions"]?.asList?.first?["ResourceTypes"]?.asTexts == ["S3"])
    }

    @Test(
        "A rule that AWS does not allow is refused (2.1, 2.2, 2.3)",
        arguments: [
            #"{"RuleName":"r","TargetBackupVaultName":"nowhere"}"#,
            #"{"RuleName":"r","TargetBackupVaultName":"main","ScheduleExpression":"rate(1 day)"}"#,
            #"{"RuleName":"r","TargetBackupVaultName":"main","ScheduleExpressionTimezone":"Mars/Base"}"#,
            #"{"RuleName":"r","TargetBackupVaultName":"main","StartWindowMinutes":59}"#,
            #"{"RuleName":"r","TargetBackupVaultName":"main","Lifecycle":{"DeleteAfterDays":0}}"#,
            #"{"RuleName":"r","TargetBackupVaultName":"main","Lifecycle":{"MoveToColdStorageAfterDays":30,"DeleteAfterDays":119}}"#,
            #"{"RuleName":"r","TargetBackupVaultName":"main","EnableContinuousBackup":true,"Lifecycle":{"DeleteAfterDays":36}}"#,
            #"{"RuleName":"r","TargetBackupVaultName":"main","EnableContinuousBackup":true}"#,
            #"{"RuleName":"r","TargetBackupVaultName":"main","CopyActions":[{"DestinationBackupVaultArn":"dr"}]}"#,
        ])
    func refused(rule: String) {
        var bench = BackupBench()
        #expect(bench.call(.put, "/backup/plans/", Self.body(rule)).error == "InvalidParameterValueException")
    }

    @Test(
        "A lifecycle at the edge of what AWS allows is taken (2.2)",
        arguments: [
            #"{"MoveToColdStorageAfterDays":30,"DeleteAfterDays":120}"#, #"{"DeleteAfterDays":-1}"#,
            #"{"MoveToColdStorageAfterDays":30}"#, #"{"MoveToColdStorageAfterDays":30,"DeleteAfterDays":-1}"#,
        ])
    func edges(lifecycle: String) {
        var bench = BackupBench()
        let rule = #"{"RuleName":"r","TargetBackupVaultName":"main","Lifecycle":\#(lifecycle)}"#
        #expect(bench.call(.put, "/backup/plans/", Self.body(rule)).status == 200)
    }

    @Test("The same document twice is refused, another name is not")
    func sameDocument() {
        var bench = BackupBench()
        bench.call(.put, "/backup/plans/", Self.body(Self.plain))
        #expect(bench.call(.put, "/backup/plans/", Self.body(Self.plain)).error == "AlreadyExistsException")
        #expect(bench.call(.put, "/backup/plans/", Self.body(Self.plain, name: "q")).status == 200)
    }

    @Test("An update makes a version and keeps the ids of rules by their names")
    func update() throws {
        var bench = BackupBench()
        let made = bench.call(.put, "/backup/plans/", Self.body(Self.plain))
        let id = try #require(made["BackupPlanId"]?.asText)
        let before = bench.call(.get, "/backup/plans/\(id)/")
        let rules = Self.plain + #",{"RuleName":"s","TargetBackupVaultName":"main"}"#
        let updated = bench.call(.post, "/backup/plans/\(id)", Self.body(rules))
        #expect(updated["VersionId"] != made["VersionId"])
        let after = bench.call(.get, "/backup/plans/\(id)/")["BackupPlan"]?["Rules"]?.asList ?? []
        #expect(after.count == 2)
        #expect(after.first?["RuleId"] == before["BackupPlan"]?["Rules"]?.asList?.first?["RuleId"])
        let version = try #require(made["VersionId"]?.asText)
        let old = bench.call(.get, "/backup/plans/\(id)/", query: ["versionId": version])
        #expect(old["BackupPlan"] == before["BackupPlan"])
    }

    @Test("A plan goes only when its selections are gone, and is listed as deleted")
    func delete() throws {
        var bench = BackupBench()
        let plan = bench.plan([BackupBench.rule()], resources: ["*"])
        #expect(bench.call(.delete, "/backup/plans/\(plan.id)").error == "InvalidRequestException")
        let selection = try #require(plan.selections.first?.id)
        #expect(bench.call(.delete, "/backup/plans/\(plan.id)/selections/\(selection)").status == 200)
        #expect(bench.call(.delete, "/backup/plans/\(plan.id)").status == 200)
        #expect(bench.call(.get, "/backup/plans/").rows("BackupPlansList").isEmpty)
        let all = bench.call(.get, "/backup/plans/", query: ["includeDeleted": "true"]).rows("BackupPlansList")
        #expect(all.first?["DeletionDate"]?.asSeconds == bench.now.timeIntervalSince1970)
    }

    @Test("The preview names the next runs of all rules in order (2.1)")
    func preview() throws {
        var bench = BackupBench()
        let plan = bench.plan(
            [
                BackupBench.rule("daily"), BackupBench.rule("noon", schedule: "cron(0 12 ? * * *)"),
            ], resources: ["*"])
        let query = ["MaxScheduledRunsPreview": "3"]
        let runs = bench.call(.get, "/backup/plans/\(plan.id)/", query: query).rows("ScheduledRunsPreview")
        let start = bench.now.timeIntervalSince1970
        #expect(runs.map { $0["ExecutionTime"]?.asSeconds } == [5, 12, 29].map { start + $0 * 3600 })
        let rules = try #require(plan.current?.plan.rules)
        #expect(runs.first?["RuleId"]?.asText == rules.first?.ruleID)
    }
}
