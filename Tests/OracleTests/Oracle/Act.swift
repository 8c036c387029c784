import AWSCore
import AWSModel
import Foundation
import Posture
import SimulatedAWS

/// What somebody does to a bucket, done to the simulated account itself.
enum Act: CaseIterable, Sendable {
    case deletion, purge, overwrite
    /// The bucket's key is scheduled for deletion.
    case keyLoss
    /// Everything in the account that can be deleted is.
    case rampage
    /// The account is closed: nothing in it is left in the end, lock or not.
    case closure

    /// Whether it is the same act whatever bucket one asks about.
    var isOfAccount: Bool { self == .rampage || self == .closure }

    var threat: Threat {
        switch self {
        case .deletion: .accidentalDeletion
        case .purge: .versionPurge
        case .overwrite: .corruption
        case .keyLoss: .keyLoss
        case .rampage: .maliciousAdmin
        case .closure: .accountLoss
        }
    }

    /// The account an hour later.
    /// - Parameter bypassing: governance locks are bypassed, which takes a permission of its own.
    func done(to account: SimulatedAccount, bucket name: String, bypassing: Bool) -> SimulatedAccount {
        let aws = SimulatedAWS(account)
        let bucket = account.buckets[name]
        switch self {
        case .deletion, .purge, .overwrite:
            guard let bucket else { return account }
            change(bucket, in: aws, bypassing: bypassing)
        case .keyLoss:
            if let key = bucket?.encryption.kmsKeyID.flatMap(ARN.init) {
                aws.configure { $0.setKeyState(.pendingDeletion, of: key) }
            }
        case .rampage:
            for own in account.buckets.values where own.owner == account.id {
                Act.purge.change(own, in: aws, bypassing: true)
            }
            letGo(in: aws, at: account.now)
        case .closure:
            for own in account.buckets.values where own.owner == account.id {
                aws.configure { $0.deleteBucket(own.name) }
            }
            // Its keys go with it, whoever's objects they encrypt.
            for key in account.keys.keys.values.map(\.metadata.arn) where key.account == account.id {
                aws.configure { $0.setKeyState(.pendingDeletion, of: key) }
            }
        }
        aws.advance(by: .seconds(3_600))
        // What a job under way still brought goes too.
        if self == .rampage { letGo(in: aws, at: account.now) }
        return aws.configure { $0 }
    }

    /// Empties a bucket of what its locks do not keep, or writes over everything.
    private func change(_ bucket: SimulatedBucket, in aws: SimulatedAWS, bypassing: Bool) {
        let name = bucket.name
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
            case .keyLoss, .rampage, .closure: break
            case .overwrite:
                aws.configure {
                    _ = try? $0.write(ObjectDraft(key: key, content: .bytes(Array("corrupt".utf8))), to: name)
                }
            }
        }
    }

    /// Deletes the recovery points of vaults that let go of them: whose lock was not final at a moment.
    private func letGo(in aws: SimulatedAWS, at moment: Date) {
        let held = aws.configure { $0 }.backup
        for region in DrawnAccount.regions {
            for vault in ["main", "second"].compactMap({ held.vault($0, in: region) })
            where !(vault.lock?.lockDate.map { $0 <= moment } ?? false) {
                for point in vault.points.keys.sorted() {
                    _ = aws.respond(
                        to: HTTPRequest(
                            method: .delete, origin: HTTPOrigin(host: "backup.\(region).amazonaws.com"),
                            path: "/backup-vaults/\(vault.name)/recovery-points/\(point.replacing("/", with: "%2F"))"))
                }
            }
        }
    }
}
