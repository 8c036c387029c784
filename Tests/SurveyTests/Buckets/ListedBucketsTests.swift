import AWSModel
import AWSServices
import Testing

@testable import Survey

@Suite("The listing of buckets as it arrives")
struct ListedBucketsTests {
    private func page(_ names: String...) -> [BucketSummary] {
        names.map { BucketSummary(name: $0, region: "us-east-1", createdAt: nil) }
    }

    @Test("A bucket that a second listing names again is not new")
    func twice() {
        let listed = ListedBuckets()
        #expect(listed.add(page("a", "b")).map(\.name) == ["a", "b"])
        #expect(listed.add(page("b", "c")).map(\.name) == ["c"])
    }

    @Test("Whoever looks for a bucket of a later page waits for it")
    func later() async {
        let listed = ListedBuckets()
        _ = listed.add(page("a"))
        async let found = listed.find("b")
        _ = listed.add(page("b"))
        listed.end()
        #expect(await found?.region == "us-east-1")
    }

    @Test("A bucket that no page names is not the account's")
    func foreign() async {
        let listed = ListedBuckets()
        listed.end()
        #expect(await listed.find("b") == nil)
    }
}
