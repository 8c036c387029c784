package import AWSCore
package import AWSModel
package import Foundation
package import Recovery

/// Looks at what a restore has made: whether it is there, whole and readable.
package struct Verification: Sendable {
    let client: AWSClient
    /// Objects of a bucket that are read.
    let sampleSize: Int

    package init(client: AWSClient, sampleSize: Int = 20) {
        self.client = client
        self.sampleSize = sampleSize
    }

    /// Looks at all that the calls of a draft have made.
    ///
    /// - Parameter since: when they were confirmed; of what was there before, only what is newer counts.
    package func verify(_ made: [String], of draft: Draft, since: Date? = nil) async -> [PreflightCheck] {
        var checks: [PreflightCheck] = []
        for created in made {
            let origin: Origin = draft.existing == nil ? .new : .existing(since: since)
            checks += await verify(
                created: created, in: draft.region, expected: draft.expectedSize, parts: draft.parts, origin)
        }
        return checks
    }

    /// Whether all that is found was restored, or something lay there before.
    package enum Origin: Hashable, Sendable {
        case new
        /// Restored after this moment, by the clock of this host; nil where that is not known.
        case existing(since: Date?)

        /// S3's clock and this host's agree to five minutes, or no request is taken.
        private static let clocks: TimeInterval = 300

        /// Whether an object of that moment was restored; nil where nobody can tell.
        func holds(_ modified: Date?) -> Bool? {
            guard case .existing(let since) = self else { return true }
            guard let since, let modified else { return nil }
            return modified >= since.addingTimeInterval(-Self.clocks)
        }
    }

    /// - Parameters:
    ///   - created: the ARN of what was made, or the id of a volume, as AWS told it.
    ///   - expected: the size of what is to be there; nil when it is not known.
    ///   - parts: the keys and prefixes of a bucket that were restored alone; empty is all.
    ///   - origin: whether it was there before.
    package func verify(
        created: String, in region: Region, expected: ByteCount? = nil, parts: [String] = [], _ origin: Origin = .new
    ) async -> [PreflightCheck] {
        // EC2 tells a new volume by its id alone.
        if created.hasPrefix("vol-") { return await volume(created, in: region, expected: expected) }
        guard let arn = ARN(created) else {
            return [Self.unknown("the restored resource exists", "AWS named no resource that can be looked up", region)]
        }
        let name = arn.resource.split { $0 == "/" || $0 == ":" }.last.map(String.init) ?? arn.resource
        let region = arn.region ?? region
        switch (arn.service, arn.resource.split { $0 == "/" || $0 == ":" }.first.map(String.init) ?? "") {
        case ("s3", _): return await bucket(arn.resource, in: region, expected: expected, parts: parts, origin)
        case ("dynamodb", _): return await table(name, in: region)
        case ("rds", "db"): return await instance(name, in: region)
        case ("rds", "cluster"): return await cluster(name, in: region)
        case ("ec2", "volume"): return await volume(name, in: region, expected: expected)
        case ("elasticfilesystem", _) where origin != .new: return [restoredFiles(in: name, region)]
        case ("elasticfilesystem", _): return await fileSystem(name, in: region, expected: expected)
        default:
            return [Self.unknown("the restored resource exists", "Lifeboat cannot look at \(arn.service) yet", region)]
        }
    }

    static func unknown(_ name: String, _ detail: String, _ region: Region) -> PreflightCheck {
        PreflightCheck(
            name: name, result: .unknown, detail: detail, advice: "Look at it by hand.", dependsOn: [region])
    }

    static func check(
        _ name: String, _ isPassed: Bool, _ detail: String, advice: String = "", in region: Region
    ) -> PreflightCheck {
        PreflightCheck(
            name: name, result: isPassed ? .passed : .failed, detail: detail, advice: isPassed ? "" : advice,
            dependsOn: [region])
    }

    /// Sizes are told by what is stored and by what was backed up, which never agree to the byte.
    static func size(_ found: Int64, expected: ByteCount?, in region: Region) -> PreflightCheck? {
        guard let expected, expected.bytes > 0 else { return nil }
        let share = Double(found) / Double(expected.bytes)
        let text = "\(found) bytes, \(expected.bytes) were backed up"
        return PreflightCheck(
            name: "size is as expected", result: share < 0.5 ? .failed : share < 0.9 ? .warning : .passed, detail: text,
            advice: share < 0.9 ? "Compare what is missing before anything is pointed at it." : "", dependsOn: [region])
    }
}
