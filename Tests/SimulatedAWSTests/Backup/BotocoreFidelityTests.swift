import Testing

@testable import SimulatedAWS

struct BotocoreFidelityTests {
    @Test(
        "botocore can call every operation, and every reply is what AWS's model says",
        .enabled(if: BotocoreConversation.isPossible, "boto3 is not installed"), arguments: [0, 1])
    func everyOperation(emptyPages: Int) throws {
        var bench = BackupBench(vaults: false)
        bench.backup.paging.emptyPages = emptyPages
        bench.world.resources = [BackupBench.home: [BackupBench.bucket]]
        let outcome = try BotocoreConversation.run(on: &bench)
        #expect(outcome.exitCode == 0, "\(outcome.complaint)")
        #expect(outcome.called == Set(BackupRoute.all.map(\.operation)).sorted())
    }
}
