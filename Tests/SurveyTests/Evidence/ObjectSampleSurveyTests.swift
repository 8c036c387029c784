import AWSCore
import AWSModel
import AWSServices
import Foundation
import Posture
import SimulatedAWS
import Testing

@testable import Survey

@Suite("A sample of a bucket's objects")
struct ObjectSampleSurveyTests {
    private static let moment = Date(timeIntervalSince1970: 1_795_000_000)

    private func sample(
        _ size: Int, answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse? = { _ in nil }
    ) async -> (Reading<[SampledObject]>?, calls: Int) {
        var account = SimulatedAccount(at: Self.moment.addingTimeInterval(-10 * 86_400))
        account.createBucket("films", in: "eu-west-1", versioning: .enabled)
        for day in 0..<10 {
            account.advance(to: Self.moment.addingTimeInterval(Double(day - 10) * 86_400))
            _ = try? account.write(ObjectDraft(key: "\(9 - day) ä/&", content: .zeros(1)), to: "films")
        }
        account.advance(to: Self.moment)
        let calls = Lock(0)
        let tampered = TamperedAWS(base: SimulatedAWS(account)) { request in
            calls.withLock { $0 += 1 }
            return answer(request)
        }
        let read = await ObjectSampleSurvey(reader: tampered.reader, size: size).samples(of: [
            .init(bucket: "films", region: "eu-west-1")
        ])
        return (read["films"], calls.withLock { $0 })
    }

    @Test("takes the oldest, the newest and what lies evenly between, a call each")
    func choice() async {
        let (reading, calls) = await sample(4)
        #expect(reading?.value?.map(\.key) == ["9 ä/&", "6 ä/&", "3 ä/&", "0 ä/&"])
        #expect(reading?.value?.allSatisfy { $0.metadata.size == ByteCount(1) } == true)
        #expect(calls == 5)
    }

    @Test("one alone is the newest, and of a bucket with fewer all are taken")
    func sizes() async {
        #expect(await sample(1).0?.value?.map(\.key) == ["0 ä/&"])
        #expect(await sample(100).0?.value?.count == 10)
    }

    @Test("where nobody answers the asking ends, and it is told why")
    func refused() async {
        let (reading, calls) = await sample(4) { request in
            request.method == .head ? HTTPResponse(status: 403) : nil
        }
        #expect(reading?.gap == "denied (HTTP 403)")
        #expect(calls == 4)
    }

    @Test("fact 1.8: one object's refusal takes nothing from what the others say")
    func refusedOne() async {
        let (reading, calls) = await sample(4) { request in
            request.method == .head && request.path.hasPrefix("/9") ? HTTPResponse(status: 403) : nil
        }
        #expect(reading?.value?.map(\.refusal) == ["denied (HTTP 403)", nil, nil, nil])
        #expect(calls == 5)
    }

    @Test("an object that is gone since the listing is passed over")
    func gone() async {
        let (reading, _) = await sample(4) { request in
            request.method == .head && request.path.hasPrefix("/6")
                ? HTTPResponse(status: 404) : nil
        }
        #expect(reading?.value?.count == 3)
    }
}
