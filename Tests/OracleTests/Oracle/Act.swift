import AWSCore
import AWSModel
import Foundation
import Posture
import SimulatedAWS

/// What somebody does to a bucket, done to the simulated account itself.
enum Act: CaseIterable, Sendable {
    case deletion, purge, overwrite

    var threat: Threat {
        switch self {
        case .deletion: .accidentalDeletion
        case .purge: .versionPurge
        case .overwrite: .corruption
        }
    }

    /// The account an hour later.
    /// - Parameter bypassing: governance locks are bypassed, which takes a permission of its own.
    func done(to account: SimulatedAccount, bucket name: String, bypassing: Bool) -> SimulatedAccount {
        let aws = SimulatedAWS(account)
        guard let bucket = account.buckets[name] else { return account }
        for key in bucket.objects.keys {
            switch self {
            case .deletion: aws.configure { _ = $0.deleteObject(key, in: name) }
            case .purge:
                for version in bucket.objects.versions(of: key) {
                    let headers: HTTPHeaders = bypassing ? ["x-amz-bypass-governance-retention": "true"] : [:]
                    _ = aws.respond(
                        to: HTTPRequest(
                            method: .delete, origin: HTTPOrigin(host: "s3.\(bucket.region).amazonaws.com"),
                            path: "/\(name)/\(key)", query: [QueryItem("versionId", version.versionID)],
                            headers: headers))
                }
            case .overwrite:
                aws.configure {
                    _ = try? $0.write(ObjectDraft(key: key, content: .bytes(Array("corrupt".utf8))), to: name)
                }
            }
        }
        aws.advance(by: .seconds(3_600))
        return aws.configure { $0 }
    }
}
