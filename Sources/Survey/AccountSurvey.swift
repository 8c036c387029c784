package import AWSCore
package import AWSModel
import AWSServices
package import Foundation
package import Posture

/// Reads an account into an inventory. Whatever is denied, dead or malformed costs only itself.
///
/// Nothing waits for what it does not need: buckets are read as the listing names them, what their rules name as soon
/// as they are read, and all of it ends up in one `SurveyedAccount`.
package struct AccountSurvey: Sendable {
    let reader: Reader
    private let homeRegion: Region
    private let wanted: [Region]

    /// - Parameters:
    ///   - homeRegion: asked first for what is not tied to a region.
    ///   - regions: the regions to read; empty is every region the account has.
    ///   - now: nil is AWS's time.
    package init(
        client: AWSClient, homeRegion: Region, regions: [Region] = [], now: (@Sendable () -> Date)? = nil
    ) {
        reader = Reader(client: client, now: now ?? { client.time })
        self.homeRegion = homeRegion
        wanted = regions
    }

    /// - Parameter observer: shown now and then what is read so far, until all is.
    /// - Throws: `AWSError` when the account cannot be asked at all: no credentials, or none that AWS takes.
    package func inventory(observer: SurveyObserver? = nil) async throws(AWSError) -> Inventory {
        let askable = Askable(regions: askable)
        let caller = CallerSurvey(reader: reader, askable: askable)
        let (locator, listed) = (BucketLocator(reader: reader, askable: askable), ListedBuckets())
        let mentions = Mentions(
            destinations: DestinationSurvey(reader: reader, locator: locator, listed: listed),
            keys: KeySurvey(reader: reader), roles: RoleSurvey(reader: reader, region: homeRegion, caller: caller))
        let account = SurveyedAccount(reader: reader, mentions: mentions, home: homeRegion, wanted: wanted)
        let regions = RegionSurvey(reader: reader, askable: askable, wanted: wanted)
        let buckets = BucketSurvey(
            reader: reader, askable: askable, listed: listed, locator: locator, mentions: mentions,
            isWanted: account.isWanted, found: account.add)

        async let _ = observer?.watch(account, reader.client)
        async let found = regions.findings()
        async let listing = buckets.buckets()
        // What every account has is read at once, the rest when AWS has listed it: a silent listing holds up nothing.
        let certain = regions.certain
        async let certainRegions: Void = read(certain, mentions, into: account)
        try await caller.check()
        account.add(await caller.identity())

        let findings = await found
        account.add(findings)
        let others = Set(account.surveyed(of: findings)).subtracting(certain)
        async let otherRegions: Void = read(others.sorted(), mentions, into: account)
        account.add(await listing)
        account.add(
            await MetricsSurvey(reader: reader).metrics(of: account.buckets, destinations: mentions.destinations))
        await certainRegions
        await otherRegions
        account.add(await LagSurvey(reader: reader).lags(of: account.native))
        return account.finished()
    }

    private func read(_ regions: [Region], _ mentions: Mentions, into account: SurveyedAccount) async {
        await Fanout.each(regions) { region in
            async let native = NativeSurvey(reader: reader, region: region, mentions: mentions).contents()
            account.add(await BackupSurvey(reader: reader, region: region, mentions: mentions).contents())
            account.add(await native)
        }
    }

    /// The home region and two others of its partition, which answer for it when it is down.
    private var askable: [Region] {
        let others = RegionSurvey.defaults[Partition.containing(homeRegion).id] ?? []
        let preferred = others.filter { ["us-east-1", "eu-west-1", "us-west-2"].contains($0.name) }
        return [homeRegion] + (preferred + others).filter { $0 != homeRegion }.prefix(2)
    }
}
