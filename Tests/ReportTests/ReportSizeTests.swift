import Posture
import Report
import Testing

@Suite struct ReportSizeTests {
    @Test("a large report comes in chunks, none of them large", arguments: Report.Format.allCases)
    func chunks(format: Report.Format) {
        let assessment = TextReportTests.many(20_000, .unprotected)
        var largest = 0
        var total = 0
        Report.write(assessment, as: format) { chunk in
            largest = max(largest, chunk.utf8.count)
            total += chunk.utf8.count
        }
        #expect(total > 1_000_000)
        #expect(largest < 65_536)
    }
}
