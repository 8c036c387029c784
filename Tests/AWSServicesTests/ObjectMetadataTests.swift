import AWSCore
import AWSModel
import AWSServices
import Foundation
import Testing

@Suite("HeadObject")
struct ObjectMetadataTests {
    @Test(
        "a replication status is as S3 writes it, and its absence is not a status (1.18)",
        arguments: [
            ("COMPLETED", .known(.completed), true), ("COMPLETE", .known(.complete), true),
            ("PENDING", .known(.pending), false), ("FAILED", .known(.failed), false),
            ("REPLICA", .known(.replica), false), ("LOST", .other("LOST"), false),
        ] as [(String, Open<ObjectMetadata.ReplicationStatus>, Bool)])
    func statuses(wire: String, status: Open<ObjectMetadata.ReplicationStatus>, isReplicated: Bool) throws {
        let metadata = try S3.HeadObject.decode(HTTPResponse("", headers: ["x-amz-replication-status": wire]))
        #expect(metadata.replicationStatus == status)
        #expect(metadata.isReplicated == isReplicated)
    }

    @Test("headers that are absent stay nil")
    func absentHeaders() throws {
        #expect(try S3.HeadObject.decode(HTTPResponse("")) == ObjectMetadata())
    }

    @Test("size, date and lock are read")
    func headers() throws {
        let metadata = try S3.HeadObject.decode(
            HTTPResponse(
                "",
                headers: [
                    "Content-Length": "5368709120", "Last-Modified": "Fri, 02 Jan 2026 03:04:05 GMT",
                    "x-amz-object-lock-mode": "COMPLIANCE",
                    "x-amz-object-lock-retain-until-date": "2026-01-02T03:04:05.000Z",
                    "x-amz-object-lock-legal-hold": "OFF",
                ]))
        let moment = Date(timeIntervalSince1970: 1_767_323_045)
        #expect(
            metadata
                == ObjectMetadata(
                    size: ByteCount(5_368_709_120), lastModified: moment, lockMode: .known(.compliance),
                    lockedUntil: moment, legalHold: false))
    }

    @Test(
        "a header that cannot be read is malformed",
        arguments: [
            ["Content-Length": "many"], ["Last-Modified": "yesterday"],
            ["x-amz-object-lock-retain-until-date": "Fri, 02 Jan 2026 03:04:05 GMT"],
        ] as [HTTPHeaders])
    func malformed(headers: HTTPHeaders) {
        #expect(throws: MalformedReply.self) { try S3.HeadObject.decode(HTTPResponse("", headers: headers)) }
    }
}
