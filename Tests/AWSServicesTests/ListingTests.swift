import AWSCore
import AWSModel
import AWSServices
import Foundation
import Testing

@Suite("The listings of S3")
struct ListingTests {
    @Test("the next page of objects has the same parameters and the token")
    func objectPages() throws {
        let first = S3.ListObjectsV2(bucket: "b", prefix: "p/", maxKeys: 5)
        let page = try S3.ListObjectsV2.decode(
            HTTPResponse(
                """
                <ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>t+/=</NextContinuationToken>
                </ListBucketResult>
                """))
        #expect(page.items.isEmpty)
        let second = try #require(first.next(after: page))
        #expect(
            second.request().query.filter { $0.name != "continuation-token" } == first.request().query)
        #expect(second.nextToken == "t+/=")
    }

    @Test("a page of objects that is not truncated is the last, whatever else it says")
    func lastObjectPage() throws {
        let page = try S3.ListObjectsV2.decode(
            HTTPResponse(
                """
                <ListBucketResult><IsTruncated>false</IsTruncated><NextContinuationToken>t</NextContinuationToken>
                </ListBucketResult>
                """))
        #expect(S3.ListObjectsV2(bucket: "b").next(after: page) == nil)
    }

    @Test(
        "a truncated page without a token is malformed, for the rest would be missed in silence",
        arguments: ["", "<NextContinuationToken/>", "<NextContinuationToken></NextContinuationToken>"])
    func truncatedWithoutToken(token: String) {
        #expect(throws: MalformedReply.self) {
            try S3.ListObjectsV2.decode(
                HTTPResponse("<ListBucketResult><IsTruncated>true</IsTruncated>\(token)</ListBucketResult>"))
        }
        #expect(throws: MalformedReply.self) {
            try S3.ListObjectVersions.decode(
                HTTPResponse("<ListVersionsResult><IsTruncated>true</IsTruncated></ListVersionsResult>"))
        }
        #expect(throws: MalformedReply.self) {
            try S3.ListBucketInventoryConfigurations.decode(
                HTTPResponse(
                    """
                    <ListInventoryConfigurationsResult><IsTruncated>true</IsTruncated>\(token)
                    </ListInventoryConfigurationsResult>
                    """))
        }
    }

    @Test(
        "keys are decoded only when S3 says that it encoded them",
        arguments: [
            ("<EncodingType>url</EncodingType>", "a%20b+c%2Bd/%C3%BC%01", "a b c+d/ü\u{1}"),
            ("", "a%20b+c", "a%20b+c"),
            ("<EncodingType>url</EncodingType>", "plain/key.txt", "plain/key.txt"),
            ("<EncodingType>url</EncodingType>", "100%25%2B", "100%+"),
        ])
    func encodedKeys(encoding: String, wire: String, key: String) throws {
        let page = try S3.ListObjectsV2.decode(
            HTTPResponse(
                """
                <ListBucketResult>\(encoding)<Contents><Key>\(wire)</Key><Size>1</Size>
                <LastModified>2026-01-02T03:04:05.000Z</LastModified></Contents></ListBucketResult>
                """))
        #expect(page.items.map(\.key) == [key])
        #expect(page.items.first?.lastModified == Date(timeIntervalSince1970: 1_767_323_045))
    }

    @Test("the next page of versions needs both markers, decoded")
    func versionPages() throws {
        let page = try S3.ListObjectVersions.decode(
            HTTPResponse(
                """
                <ListVersionsResult><EncodingType>url</EncodingType><IsTruncated>true</IsTruncated>
                <NextKeyMarker>a%2Bb+c</NextKeyMarker><NextVersionIdMarker>v+1</NextVersionIdMarker>
                </ListVersionsResult>
                """))
        let next = try #require(S3.ListObjectVersions(bucket: "b", prefix: "a").next(after: page))
        #expect(next.keyMarker == "a+b c")
        #expect(next.versionIDMarker == "v+1")
        #expect(next.prefix == "a")
    }

    @Test("versions and delete markers are told apart and keep their order")
    func versionsAndMarkers() throws {
        let page = try S3.ListObjectVersions.decode(
            HTTPResponse(
                """
                <ListVersionsResult><IsTruncated>false</IsTruncated>
                <DeleteMarker><Key>a</Key><VersionId>3</VersionId><IsLatest>true</IsLatest></DeleteMarker>
                <Version><Key>a</Key><VersionId>2</VersionId><IsLatest>false</IsLatest><Size>7</Size></Version>
                <Version><Key>a</Key><VersionId>null</VersionId><IsLatest>false</IsLatest><Size>0</Size></Version>
                </ListVersionsResult>
                """))
        #expect(page.versions.map(\.versionID) == ["2", "null"])
        #expect(page.versions.map(\.size) == [ByteCount(7), ByteCount(0)])
        #expect(page.deleteMarkers == [DeleteMarker(key: "a", versionID: "3", isLatest: true)])
        #expect(S3.ListObjectVersions(bucket: "b").next(after: page) == nil)
    }

    @Test(
        "an empty token of ListBuckets is the end, just as none is (6.10)",
        arguments: ["", "<ContinuationToken/>", "<ContinuationToken></ContinuationToken>"])
    func emptyBucketToken(token: String) throws {
        let page = try S3.ListBuckets.decode(
            HTTPResponse("<ListAllMyBucketsResult><Buckets/>\(token)</ListAllMyBucketsResult>"))
        #expect(S3.ListBuckets().next(after: page) == nil)
    }

    @Test("an empty page of buckets with a token is not the end (6.10)")
    func emptyBucketPage() throws {
        let page = try S3.ListBuckets.decode(
            HTTPResponse(
                "<ListAllMyBucketsResult><Buckets/><ContinuationToken>t</ContinuationToken></ListAllMyBucketsResult>"))
        #expect(
            S3.ListBuckets(maxBuckets: 3).next(after: page)?.request().query.contains(QueryItem("max-buckets", "3"))
                == true)
    }

    @Test("a bucket without a region or a date is still listed")
    func bareBucket() throws {
        let page = try S3.ListBuckets.decode(
            HTTPResponse(
                "<ListAllMyBucketsResult><Buckets><Bucket><Name>b</Name></Bucket></Buckets></ListAllMyBucketsResult>"))
        #expect(page.items == [BucketSummary(name: "b")])
    }

    @Test("a listing of buckets without its list is malformed, not an empty account")
    func noBucketList() {
        #expect(throws: MalformedReply.self) {
            try S3.ListBuckets.decode(HTTPResponse("<ListAllMyBucketsResult/>"))
        }
    }
}
