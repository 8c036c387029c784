import AWSModel
import Foundation

/// The chapter of history: six weeks in which plans run and files are written, and in which a few things go wrong.
extension DemoCompany {
    mutating func live() {
        writeFirstFiles()
        // A day on which nothing began in Sydney, and nobody looked.
        account.backup.skippedRuns[Self.sydney] = ago(11)..<ago(10)
        account.advance(to: ago(20))
        // Somebody tidied up.
        account.deleteBucket("newsletter-exports-dr")
        account.advance(to: ago(6))
        account.backup.failingCopies[arn(Self.cmsFiles)] =
            "Access Denied. The policy of the key \(key("backup-dr", in: Self.recovery)) does not let "
            + "AWSServiceRoleForBackup use it."
        account.advance(to: ago(4))
        stopReviewsReplica()
        account.updateBucket("subtitles-dr") { $0.versioning = .suspended }
        account.replication.lags["media-renditions"] = .seconds(2_700)
        writeRecentFiles()
        account.advance(to: now)
    }

    private mutating func writeFirstFiles() {
        for bucket in account.buckets.keys.sorted() where account.buckets[bucket]?.owner == account.id {
            guard !bucket.hasSuffix("-dr"), bucket != "web-assets-copy" else { continue }
            for number in 1...3 { write("archive/2025/\(number).bin", megabytes: 200, to: bucket) }
        }
    }

    /// A film is delivered every few hours; the last one some minutes ago.
    private mutating func writeRecentFiles() {
        for hours in stride(from: 90.0, through: 2.0, by: -4.0) {
            account.advance(to: ago(hours / 24))
            let reel = Int(hours)
            write("films/reel-\(reel).mxf", megabytes: 4_000, to: "media-originals")
            write("films/reel-\(reel).mp4", megabytes: 900, to: "media-renditions")
            write("en/reel-\(reel).vtt", megabytes: 1, to: "subtitles")
            write("posters/reel-\(reel).png", megabytes: 8, to: "product-images")
            write("stills/reel-\(reel).png", megabytes: 30, to: "product-images")
            write("2026/receipt-\(reel).pdf", megabytes: 1, to: "invoices-archive")
            write("ids/\(reel).jpg", megabytes: 3, to: "customer-documents")
            write("avatars/\(reel).jpg", megabytes: 2, to: "user-uploads")
        }
    }

    /// What S3 would refuse is not written.
    private mutating func write(_ key: String, megabytes: Int64, to bucket: String) {
        _ = try? account.write(ObjectDraft(key: key, content: .zeros(megabytes * 1_000_000)), to: bucket)
    }
}
