import AWSCore
import AWSModel
import AWSServices
import Foundation
import Testing

@Suite("The reads of AWS Backup")
struct BackupReadTests {
    @Test(
        "an empty token is the end, just as none is (6.10)",
        arguments: [
            "{\"BackupVaultList\": []}", "{\"BackupVaultList\": [], \"NextToken\": \"\"}",
            "{\"BackupVaultList\": [], \"NextToken\": null}",
        ])
    func lastPages(body: String) throws {
        let page = try Backup.ListBackupVaults.decode(HTTPResponse(body))
        #expect(Backup.ListBackupVaults().next(after: page) == nil)
    }

    @Test("an empty page with a token is not the end (6.10), and the next has the same filters")
    func nextPage() throws {
        let first = Backup.ListBackupJobs(state: .failed, createdAfter: Date(timeIntervalSince1970: 0), maxResults: 9)
        let page = try Backup.ListBackupJobs.decode(HTTPResponse("{\"BackupJobs\": [], \"NextToken\": \"t\"}"))
        let next = try #require(first.next(after: page))
        #expect(next.request().query == first.request().query + [QueryItem("nextToken", "t")])
    }

    @Test(
        "a page without its rows is malformed, not an account without backups",
        arguments: [
            "", "{}", "{\"NextToken\": \"t\"}", "{\"BackupVaultList\": null}", "[]", "<html/>",
            "{\"BackupVaultList\": [",
        ])
    func malformedPages(body: String) {
        #expect(throws: MalformedReply.self) { try Backup.ListBackupVaults.decode(HTTPResponse(body)) }
        #expect(throws: MalformedReply.self) { try Backup.ListTags.decode(HTTPResponse(body)) }
    }

    @Test("a document that is empty is malformed, not settings that say nothing")
    func emptyDocument() {
        #expect(throws: MalformedReply.self) { try Backup.DescribeRegionSettings.decode(HTTPResponse("")) }
    }

    @Test("times are seconds since 1970 with a fraction (2.13), sizes go past 32 bits")
    func numbers() throws {
        let page = try Backup.ListBackupJobs.decode(
            HTTPResponse(
                """
                {"BackupJobs": [{"BackupJobId": "1", "CreationDate": 1767323045.25, "BackupSizeInBytes": 5368709120}]}
                """))
        let job = try #require(page.items.first)
        #expect(job.createdAt == Date(timeIntervalSince1970: 1_767_323_045.25))
        #expect(job.size == ByteCount(5_368_709_120))
    }

    @Test("a state that is not known is kept as written, and the row with it")
    func unknownState() throws {
        let page = try Backup.ListCopyJobs.decode(
            HTTPResponse("{\"CopyJobs\": [{\"CopyJobId\": \"1\", \"State\": \"HOVERING\"}]}"))
        #expect(page.items.map(\.state) == [.other("HOVERING")])
    }

    @Test("a recovery point's ARN that is none is malformed and named")
    func malformedRow() {
        #expect {
            try Backup.ListRecoveryPointsByBackupVault.decode(
                HTTPResponse("{\"RecoveryPoints\": [{\"RecoveryPointArn\": \"snap-1\"}]}"))
        } throws: { error in
            "\(error)".contains("RecoveryPoints.[0].RecoveryPointArn")
        }
    }

    @Test("tags of one page are sorted by key")
    func tags() throws {
        let page = try Backup.ListTags.decode(HTTPResponse("{\"Tags\": {\"b\": \"1\", \"a\": \"2\"}}"))
        #expect(page.items == [Tag(key: "a", value: "2"), Tag(key: "b", value: "1")])
    }

    @Test(
        "cross-account copies are allowed only when the setting is true (2.12)",
        arguments: [("true", true), ("false", false)])
    func globalSettings(value: String, allowed: Bool) throws {
        let settings = try Backup.DescribeGlobalSettings.decode(
            HTTPResponse("{\"GlobalSettings\": {\"isCrossAccountBackupEnabled\": \"\(value)\"}}"))
        #expect(settings.allowsCrossAccountCopies == allowed)
    }
}
