import AWSCore
import AWSModel
import AWSServices
import Foundation
import Testing

@Suite("The reads of regions, keys and metrics")
struct AccountReadTests {
    @Test("a region that is not opted in is not enabled, and neither is one of unknown status")
    func regions() throws {
        let regions = try EC2.DescribeRegions.decode(
            HTTPResponse(
                """
                <DescribeRegionsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r</requestId><regionInfo>
                <item><regionName>us-east-1</regionName><optInStatus>opt-in-not-required</optInStatus></item>
                <item><regionName>af-south-1</regionName><optInStatus>not-opted-in</optInStatus></item>
                <item><regionName>ap-east-1</regionName><optInStatus>opted-in</optInStatus></item>
                <item><regionName>xx-new-1</regionName><optInStatus>perhaps</optInStatus></item>
                </regionInfo></DescribeRegionsResponse>
                """))
        #expect(regions.map(\.name) == ["us-east-1", "af-south-1", "ap-east-1", "xx-new-1"])
        #expect(regions.map(\.isEnabled) == [true, false, true, false])
        #expect(regions.last?.optInStatus == .other("perhaps"))
    }

    @Test("a series without values is an empty series, which is not 0 (1.19)")
    func emptySeries() throws {
        let page = try CloudWatch.GetMetricData.decode(
            HTTPResponse(
                """
                {"MetricDataResults": [{"Id": "a", "Label": "x", "Timestamps": [], "Values": [], "StatusCode": "Complete"},
                {"Id": "b", "Timestamps": [1767323045, 1.767323105E9], "Values": [0, 2.5], "StatusCode": "PartialData"},
                {"Id": "c", "Timestamps": [], "Values": [], "StatusCode": "Forbidden"}], "Messages": []}
                """))
        #expect(
            page.items == [
                MetricSeries(id: "a", timestamps: [], values: [], status: .known(.complete)),
                MetricSeries(
                    id: "b",
                    timestamps: [
                        Date(timeIntervalSince1970: 1_767_323_045), Date(timeIntervalSince1970: 1_767_323_105),
                    ], values: [0, 2.5], status: .known(.partialData)),
                MetricSeries(id: "c", timestamps: [], values: [], status: .known(.forbidden)),
            ])
        #expect(page.nextToken == nil)
    }

    @Test("a series with fewer values than times is malformed")
    func unevenSeries() {
        #expect(throws: MalformedReply.self) {
            try CloudWatch.GetMetricData.decode(
                HTTPResponse("{\"MetricDataResults\": [{\"Id\": \"a\", \"Timestamps\": [1], \"Values\": []}]}"))
        }
    }

    @Test("a key's state that is not known is kept as written")
    func keyState() throws {
        let key = try KMS.DescribeKey.decode(
            HTTPResponse(
                """
                {"KeyMetadata": {"KeyId": "k", "Arn": "arn:aws:kms:us-east-1:1:key/k", "KeyState": "Sleeping"}}
                """))
        #expect(key.state == .other("Sleeping"))
    }

    @Test("a reply without the key is malformed", arguments: ["", "{}", "{\"KeyMetadata\": {}}"])
    func noKey(body: String) {
        #expect(throws: MalformedReply.self) { try KMS.DescribeKey.decode(HTTPResponse(body)) }
    }
}
