import AWSModel
import Foundation
import SimulatedAWS

/// Objects of every kind written into a bucket now, to see where they go.
struct Probe: Sendable {
    /// The account some time after they were written.
    let account: SimulatedAccount
    let objects: [WantedObject]

    /// - Parameter key: of the bucket's region; each object is written under it too.
    /// - Returns: nil where the bucket takes no objects: its key is off.
    init?(_ account: SimulatedAccount, bucket name: String, waiting: Duration, key: String? = nil) {
        var account = account
        let tag = Tag(key: "team", value: "x")
        var drafts: [ObjectDraft] = []
        for (number, prefix) in ["zz/", "a/", "b/", "logs/"].enumerated() {
            for tags in [[], [tag]] {
                var draft = ObjectDraft(
                    key: "\(prefix)probe\(tags.count)", content: .bytes(Array("probe \(number)".utf8)))
                draft.tags = tags
                drafts.append(draft)
            }
        }
        if account.buckets[name]?.objectLock != nil {
            var draft = ObjectDraft(key: "zz/locked-probe", content: .bytes([1]))
            draft.retention = ObjectRetention(mode: "COMPLIANCE", until: account.now.addingTimeInterval(86_400))
            drafts.append(draft)
        }
        if let key {
            drafts += drafts.map { draft in
                var secret = draft
                secret.key += "-secret"
                secret.encryption = BucketEncryption(algorithm: .known(.sseKMS), kmsKeyID: key)
                return secret
            }
        }
        for draft in drafts {
            guard (try? account.write(draft, to: name)) != nil else { return nil }
        }
        let keys = Set(drafts.map(\.key))
        objects = account.buckets[name]?.wanted(at: account.now).filter { keys.contains($0.key) } ?? []
        account.advance(by: waiting)
        self.account = account
    }
}
