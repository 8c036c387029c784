import AWSCore
import AWSModel
import AWSServices
import Foundation
import Testing

@Suite("GetBucketLifecycleConfiguration")
struct BucketLifecycleTests {
    private func rule(_ content: String) throws -> LifecycleRule {
        let body = "<LifecycleConfiguration><Rule><Status>Enabled</Status>\(content)</Rule></LifecycleConfiguration>"
        return try #require(try S3.GetBucketLifecycleConfiguration.decode(HTTPResponse(body)).rules.first)
    }

    @Test(
        "what narrows a rule may stand in the rule, in its filter, or in the filter's And",
        arguments: [
            ("", LifecycleRule(status: .known(.enabled))),
            ("<Filter/>", LifecycleRule(status: .known(.enabled))),
            ("<Prefix>a/</Prefix>", LifecycleRule(status: .known(.enabled), prefix: "a/")),
            ("<Prefix/>", LifecycleRule(status: .known(.enabled), prefix: "")),
            ("<Filter><Prefix>b/</Prefix></Filter>", LifecycleRule(status: .known(.enabled), prefix: "b/")),
            (
                "<Filter><Tag><Key>k</Key><Value>v</Value></Tag></Filter>",
                LifecycleRule(status: .known(.enabled), tags: [Tag(key: "k", value: "v")])
            ),
            (
                "<Filter><ObjectSizeGreaterThan>5000000000</ObjectSizeGreaterThan></Filter>",
                LifecycleRule(status: .known(.enabled), objectSizeGreaterThan: 5_000_000_000)
            ),
            (
                """
                <Filter><And><Prefix>c/</Prefix><Tag><Key>k</Key><Value>v</Value></Tag>
                <ObjectSizeGreaterThan>1</ObjectSizeGreaterThan><ObjectSizeLessThan>9</ObjectSizeLessThan></And></Filter>
                """,
                LifecycleRule(
                    status: .known(.enabled), prefix: "c/", tags: [Tag(key: "k", value: "v")],
                    objectSizeGreaterThan: 1, objectSizeLessThan: 9)
            ),
        ])
    func filters(xml: String, expected: LifecycleRule) throws {
        #expect(try rule(xml) == expected)
    }

    @Test("a rule expires by days, by date, by noncurrent days, or only delete markers")
    func expirations() throws {
        let rule = try rule(
            """
            <Expiration><Days>30</Days></Expiration><NoncurrentVersionExpiration><NoncurrentDays>7</NoncurrentDays>
            <NewerNoncurrentVersions>3</NewerNoncurrentVersions></NoncurrentVersionExpiration>
            """)
        #expect(rule.expirationDays == 30)
        #expect(rule.noncurrentExpirationDays == 7)
        #expect(rule.newerNoncurrentVersions == 3)
        #expect(!rule.expiredObjectDeleteMarker)
        let dated = try self.rule("<Expiration><Date>2026-01-01T00:00:00.000Z</Date></Expiration>")
        #expect(dated.expirationDate == Date(timeIntervalSince1970: 1_767_225_600))
        let markers = try self.rule(
            "<Expiration><ExpiredObjectDeleteMarker>true</ExpiredObjectDeleteMarker></Expiration>")
        #expect(markers.expiredObjectDeleteMarker)
    }

    @Test("transitions of current and noncurrent versions are told apart")
    func transitions() throws {
        let rule = try rule(
            """
            <Transition><Days>30</Days><StorageClass>STANDARD_IA</StorageClass></Transition>
            <Transition><Date>2026-01-01T00:00:00.000Z</Date><StorageClass>GLACIER</StorageClass></Transition>
            <NoncurrentVersionTransition><NoncurrentDays>9</NoncurrentDays><StorageClass>DEEP_ARCHIVE</StorageClass>
            </NoncurrentVersionTransition>
            """)
        #expect(
            rule.transitions == [
                LifecycleTransition(days: 30, storageClass: "STANDARD_IA"),
                LifecycleTransition(date: Date(timeIntervalSince1970: 1_767_225_600), storageClass: "GLACIER"),
                LifecycleTransition(days: 9, storageClass: "DEEP_ARCHIVE", noncurrent: true),
            ])
    }

    @Test(
        "a rule that cannot be read is malformed, not left out",
        arguments: [
            "<Expiration><Days>soon</Days></Expiration>", "<Expiration><Date>tomorrow</Date></Expiration>",
            "<Transition><Days>1</Days></Transition>",
            "<Expiration><ExpiredObjectDeleteMarker>maybe</ExpiredObjectDeleteMarker></Expiration>",
        ])
    func malformed(xml: String) {
        #expect(throws: MalformedReply.self) { try rule(xml) }
    }
}
