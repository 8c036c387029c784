import AWSCore
import AWSModel
import Foundation
import SimulatedAWS

/// A simulated account with a source bucket, a destination in another region and a role that may copy.
struct TestAccount {
    static let start = Date(timeIntervalSince1970: 1_795_000_000)
    static let role = "arn:aws:iam::123456789012:role/crr"
    let aws = SimulatedAWS(at: start)

    init() {
        aws.configure { account in
            account.createBucket("src", in: "us-east-1", versioning: .enabled)
            account.createBucket("dst", in: "us-west-2", versioning: .enabled)
            account.createReplicationRole("crr")
        }
    }

    /// A call of S3 in the region of a bucket: `src?replication`, `src/a/b.txt`.
    @discardableResult
    func s3(
        _ method: HTTPRequest.Method, _ target: String, in region: Region? = nil, headers: HTTPHeaders = [:],
        body: String = ""
    ) -> HTTPResponse {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let bucket = parts[0].split(separator: "/").first.map(String.init) ?? ""
        let home = aws.configure { $0.buckets[bucket]?.region } ?? "us-east-1"
        var headers = headers
        if method == .put || method == .post { headers["Content-MD5"] = md5(body) }
        let request = HTTPRequest(
            method: method, origin: HTTPOrigin(host: "s3.\(region ?? home).amazonaws.com"), path: "/" + parts[0],
            query: parts.count > 1 ? QueryItem.decoded(String(parts[1])) : [], headers: headers, body: Array(body.utf8))
        return aws.respond(to: request)
    }

    private func md5(_ body: String) -> String { Data(Digest.md5(Array(body.utf8))).base64EncodedString() }

    /// Puts rules, each the inside of a `<Rule>`.
    @discardableResult
    func replicate(_ rules: String..., from bucket: String = "src", role: String = role) -> HTTPResponse {
        let inside = rules.map { "<Rule>\($0)</Rule>" }.joined()
        return s3(
            .put, "\(bucket)?replication",
            body: "<ReplicationConfiguration><Role>\(role)</Role>\(inside)</ReplicationConfiguration>")
    }

    @discardableResult
    func put(_ key: String, in bucket: String = "src", headers: HTTPHeaders = [:], body: String = "hello") -> String {
        s3(.put, "\(bucket)/\(key)", headers: headers, body: body).headers["x-amz-version-id"] ?? ""
    }

    func status(_ key: String, in bucket: String = "src", version: String? = nil) -> String? {
        let query = version.map { "?versionId=\($0)" } ?? ""
        return s3(.head, "\(bucket)/\(key)\(query)").headers["x-amz-replication-status"]
    }

    /// Whether a key is there and not hidden by a marker.
    func has(_ key: String, in bucket: String) -> Bool { s3(.head, "\(bucket)/\(key)").status == 200 }

    /// Long enough for any copy of these tests.
    func settle() { aws.advance(by: .seconds(120)) }
}

extension HTTPResponse {
    var text: String { String(decoding: body, as: UTF8.self) }
    /// The code of an error document.
    var code: String? { (try? XMLDocument.parse(body))?.text("Code") }
    var message: String? { (try? XMLDocument.parse(body))?.text("Message") }
}

/// Rules as clients write them.
enum Rule {
    static func v1(prefix: String = "", to bucket: String = "dst", status: String = "Enabled") -> String {
        "<Prefix>\(prefix)</Prefix><Status>\(status)</Status>\(destination(bucket))"
    }

    static func v2(
        priority: Int = 1, filter: String = "<Filter/>", markers: String = "Disabled", to bucket: String = "dst",
        status: String = "Enabled", criteria: String = "", inDestination: String = "", id: String? = nil
    ) -> String {
        (id.map { "<ID>\($0)</ID>" } ?? "") + "<Priority>\(priority)</Priority>\(filter)<Status>\(status)</Status>"
            + criteria + destination(bucket, inDestination)
            + "<DeleteMarkerReplication><Status>\(markers)</Status></DeleteMarkerReplication>"
    }

    static func kms(_ key: ARN, priority: Int = 1) -> String {
        v2(
            priority: priority, criteria: kmsCriteria,
            inDestination:
                "<EncryptionConfiguration><ReplicaKmsKeyID>\(key)</ReplicaKmsKeyID></EncryptionConfiguration>")
    }

    static let kmsCriteria =
        "<SourceSelectionCriteria><SseKmsEncryptedObjects><Status>Enabled</Status>"
        + "</SseKmsEncryptedObjects></SourceSelectionCriteria>"

    private static func destination(_ bucket: String, _ inside: String = "") -> String {
        "<Destination><Bucket>arn:aws:s3:::\(bucket)</Bucket>\(inside)</Destination>"
    }
}
