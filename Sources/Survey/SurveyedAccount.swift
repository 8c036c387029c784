import AWSCore
import AWSModel
import Foundation
import Posture

/// What a survey has read so far, in whatever order it came; an inventory can be made of it at any moment.
final class SurveyedAccount: Sendable {
    private struct Read: Sendable {
        var caller: Reading<CallerIdentity>?
        var regions: RegionSurvey.Findings?
        var bucketListing: Reading<Int>?
        var buckets: [Bucket] = []
        var backup: [Region: BackupRegion] = [:]
        var native: [Region: NativeRegion] = [:]
        var metrics: [ReplicationMetrics] = []
        var lags: [ReplicationLag]?
        var words = SharedValues<String>()
    }

    private let reader: Reader
    private let mentions: Mentions
    private let home: Region
    private let wanted: [Region]
    private let read = Lock(Read())

    /// - Parameter wanted: what the operator restricts the survey to; empty is all.
    init(reader: Reader, mentions: Mentions, home: Region, wanted: [Region]) {
        self.reader = reader
        self.mentions = mentions
        self.home = home
        self.wanted = wanted
    }

    func add(_ caller: Reading<CallerIdentity>) { read.withLock { $0.caller = caller } }
    func add(_ regions: RegionSurvey.Findings) { read.withLock { $0.regions = regions } }
    func add(_ bucketListing: Reading<Int>) { read.withLock { $0.bucketListing = bucketListing } }
    func add(_ backup: BackupRegion) { read.withLock { $0.backup[backup.region] = backup } }
    func add(_ native: NativeRegion) { read.withLock { $0.native[native.region] = native } }
    func add(_ metrics: [ReplicationMetrics]) { read.withLock { $0.metrics = metrics } }

    func add(_ lags: [ReplicationLag]) { read.withLock { $0.lags = lags } }

    func add(_ bucket: Bucket) {
        read.withLock { read in
            var bucket = bucket
            // Thousands of rules name one role and a few destinations.
            if case .value(var replication) = bucket.replication.outcome {
                replication.role = read.words.shared(replication.role)
                for index in replication.rules.indices {
                    let named = replication.rules[index].destination.bucket
                    replication.rules[index].destination.bucket = read.words.shared(named)
                }
                bucket.replication.outcome = .value(replication)
            }
            read.buckets.append(bucket)
        }
    }

    var buckets: [Bucket] { read.withLock(\.buckets) }
    /// Sorted by region.
    var native: [NativeRegion] { read.withLock { $0.native.values.sorted { $0.region < $1.region } } }

    /// The regions that are read: those that the account has, of those that are wanted.
    func surveyed(of found: RegionSurvey.Findings) -> [Region] {
        // A region that is not enabled answers nothing but refusals.
        wanted.isEmpty ? found.enabled : wanted.filter { !found.notEnabled.contains($0) }.sorted()
    }

    func isWanted(_ region: Region?) -> Bool {
        guard !wanted.isEmpty, let region else { return true }
        return wanted.contains(region)
    }

    /// What was not read yet is not read in it.
    func inventory() -> Inventory { inventory(of: read.withLock { $0 }) }

    /// The inventory of all; the account is empty then, for two copies of it would be one too many.
    func finished() -> Inventory {
        inventory(
            of: read.withLock { read in
                defer { read = Read() }
                return read
            })
    }

    private func inventory(of read: consuming Read) -> Inventory {
        func notRead<Value>(_ call: String) -> Reading<Value> {
            Reading(.notRead, call: call, region: home, at: reader.now())
        }
        let destinations = mentions.destinations.destinations(of: read.buckets)
        let (regions, backup, native) = (states(read.regions), backup(read), native(read))
        read.buckets.sort { $0.name < $1.name }
        return Inventory(
            takenAt: reader.now(), caller: read.caller ?? notRead("sts:GetCallerIdentity"),
            partition: Partition.containing(home).id, regions: regions,
            bucketListing: read.bucketListing ?? notRead("s3:ListBuckets"), buckets: read.buckets,
            destinations: destinations, backup: backup, keys: mentions.keys.keys, roles: mentions.roles.roles,
            replicationMetrics: read.metrics,
            regionListing: read.regions?.listing.map(\.count) ?? notRead("ec2:DescribeRegions"),
            restrictedTo: wanted.isEmpty ? nil : wanted.sorted(), native: native,
            replicationLags: read.lags)
    }

    private func backup(_ read: borrowing Read) -> [BackupRegion] {
        let backup = read.backup
        return considered(read.regions).map { region in
            backup[region] ?? BackupSurvey(reader: reader, region: region, mentions: mentions).notRead()
        }
    }

    private func native(_ read: borrowing Read) -> [NativeRegion] {
        let native = read.native
        return considered(read.regions).map { region in
            native[region] ?? NativeSurvey(reader: reader, region: region, mentions: mentions).notRead()
        }
    }

    /// Every enabled region, sorted: also those that were not to be read, for a copy may be there.
    private func considered(_ found: RegionSurvey.Findings?) -> [Region] {
        guard let found else { return [] }
        return Set(surveyed(of: found)).union(found.enabled).sorted()
    }

    private func states(_ found: RegionSurvey.Findings?) -> [RegionState] {
        guard let found else { return [] }
        let enabled = Set(found.listing.value == nil ? [] : found.enabled)
        let notEnabled = Set(found.notEnabled)
        return notEnabled.union(surveyed(of: found)).sorted().map { region in
            let isEnabled = notEnabled.contains(region) ? false : (enabled.contains(region) ? true : nil)
            return reader.regions.state(of: region, isEnabled: isEnabled)
        }
    }
}
