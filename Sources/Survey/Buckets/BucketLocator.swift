import AWSCore
import AWSModel
import AWSServices
import Posture

/// Finds a bucket's region by asking any regional endpoint, also for buckets of other accounts (1.12, 1.23).
struct BucketLocator: Sendable {
    struct Location: Sendable {
        /// Absent: no such bucket. A refusal names the region all the same, and is a value.
        var region: Reading<Region>
        var accessDenied: Bool
    }

    let reader: Reader
    let askable: Askable
    private let located = ReadOnce<String, Location>()

    init(reader: Reader, askable: Askable) {
        self.reader = reader
        self.askable = askable
    }

    /// Asked once for each bucket.
    func locate(_ bucket: String) async -> Location {
        await located.fact(bucket) {
            await askable.firstAnswer(isSilent: \.region.isUnreachable) { await ask($0, about: bucket) }
        }
    }

    private func ask(_ region: Region, about bucket: String) async -> Location {
        let result = await reader.attempt(S3.HeadBucket(bucket: bucket), in: region)
        var reading = reader.reading(of: S3.HeadBucket.self, result, in: region)
        guard case .failure(let error) = result else { return Location(region: reading, accessDenied: false) }
        if error.status == 404 {
            reading.outcome = .absent
        } else if let named = error.bucketRegion {
            reading.outcome = .value(named)
        }
        return Location(region: reading, accessDenied: error.cause == .denied)
    }
}
