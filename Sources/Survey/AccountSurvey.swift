package import AWSCore
package import AWSModel
import AWSServices
package import Foundation
package import Posture

/// Reads an account into an inventory. Whatever is denied, dead or malformed costs only itself.
package struct AccountSurvey: Sendable {
    let reader: Reader
    private let homeRegion: Region
    private let wanted: [Region]

    /// - Parameters:
    ///   - homeRegion: asked first for what is not tied to a region.
    ///   - regions: the regions to read; empty is every region the account has.
    package init(
        client: AWSClient, homeRegion: Region, regions: [Region] = [], now: @escaping @Sendable () -> Date = { Date() }
    ) {
        reader = Reader(client: client, now: now)
        self.homeRegion = homeRegion
        wanted = regions
    }

    /// - Throws: `AWSError` when the account cannot be asked at all: no credentials, or none that AWS takes.
    package func inventory() async throws(AWSError) -> Inventory {
        async let callerRead = caller()
        async let regionsFound = RegionSurvey(reader: reader, askable: askable, wanted: wanted).findings()
        async let listed = listing()
        let caller = await callerRead
        if case .failure(let error) = caller.result, error.isAboutCredentials { throw error }
        let identity = reader.reading(of: STS.GetCallerIdentity.self, caller.result, in: caller.region)

        let found = await regionsFound
        // A region that is not enabled answers nothing but refusals.
        let surveyed = wanted.isEmpty ? found.enabled : wanted.filter { !found.notEnabled.contains($0) }.sorted()
        async let backupRead = backup(surveyed, alsoThere: found.enabled)
        let bucketListing = await listed
        let buckets = await BucketSurvey(reader: reader).buckets(
            bucketListing.value?.filter { isWanted($0.region) } ?? [], askable: askable)
        async let destinationsRead = DestinationSurvey(reader: reader, askable: askable).destinations(of: buckets)
        let backup = await backupRead
        async let roles = RoleSurvey(reader: reader, region: homeRegion).roles(
            of: buckets, backup: backup, account: identity.value?.account)
        let destinations = await destinationsRead

        async let keys = KeySurvey(reader: reader).keys(of: buckets, destinations: destinations, backup: backup)
        async let metrics = MetricsSurvey(reader: reader).metrics(of: buckets, destinations: destinations)
        return await Inventory(
            takenAt: reader.now(), caller: identity,
            partition: Partition.containing(homeRegion).id,
            regions: states(surveyed, found), bucketListing: bucketListing.map(\.count), buckets: buckets,
            destinations: destinations, backup: backup, keys: keys, roles: roles, replicationMetrics: metrics,
            regionListing: found.listing.map(\.count), restrictedTo: wanted.isEmpty ? nil : wanted.sorted())
    }
}

extension AccountSurvey {
    /// The home region and two others of its partition, which answer for it when it is down.
    private var askable: [Region] {
        let others = RegionSurvey.defaults[Partition.containing(homeRegion).id] ?? []
        let preferred = others.filter { ["us-east-1", "eu-west-1", "us-west-2"].contains($0.name) }
        return [homeRegion] + (preferred + others).filter { $0 != homeRegion }.prefix(2)
    }

    /// Who asks, from the first region that answers.
    private func caller() async -> CallerAnswer {
        var answer = CallerAnswer(region: homeRegion, result: .failure(.noAnswer(in: homeRegion)))
        for region in askable {
            answer = CallerAnswer(
                region: region, result: await reader.attempt(STS.GetCallerIdentity(), in: region))
            guard case .failure(let error) = answer.result, error.isSilence else { break }
        }
        return answer
    }

    private func listing() async -> Reading<[BucketSummary]> {
        var listing: Reading<[BucketSummary]> = Reading(
            .notRead, call: S3.ListBuckets.call, region: homeRegion, at: reader.now())
        for region in askable {
            listing = await reader.readAll(S3.ListBuckets(maxBuckets: 10_000), in: region)
            guard case .unreachable = listing.outcome else { break }
        }
        return listing
    }

    /// Every enabled region is in the answer: those that were not to be read as such, for a copy may be there.
    private func backup(_ surveyed: [Region], alsoThere enabled: [Region]) async -> [BackupRegion] {
        let read = await Fanout.map(surveyed) { await BackupSurvey(reader: reader, region: $0).contents() }
        let others = Set(enabled).subtracting(surveyed)
        return (read + others.map { BackupSurvey.notRead($0, at: reader.now()) }).sorted { $0.region < $1.region }
    }

    private func isWanted(_ region: Region?) -> Bool {
        guard !wanted.isEmpty, let region else { return true }
        return wanted.contains(region)
    }

    private func states(_ surveyed: [Region], _ found: RegionSurvey.Findings) -> [RegionState] {
        let enabled = Set(found.listing.value == nil ? [] : found.enabled)
        let notEnabled = Set(found.notEnabled)
        return notEnabled.union(surveyed).sorted().map { region in
            let isEnabled = notEnabled.contains(region) ? false : (enabled.contains(region) ? true : nil)
            return reader.regions.state(of: region, isEnabled: isEnabled)
        }
    }
}

private struct CallerAnswer: Sendable {
    var region: Region
    var result: Result<CallerIdentity, AWSError>
}

extension AWSError {
    /// Nothing can be asked with these credentials, anywhere.
    fileprivate var isAboutCredentials: Bool {
        switch cause {
        case .credentials, .credentialsRejected: true
        default: false
        }
    }
    fileprivate var isSilence: Bool {
        switch cause {
        case .transport, .circuitOpen: true
        default: false
        }
    }
    fileprivate static func noAnswer(in region: Region) -> AWSError {
        AWSError(call: STS.GetCallerIdentity.call, region: region, cause: .cancelled)
    }
}
