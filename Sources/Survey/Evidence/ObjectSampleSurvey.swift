import AWSCore
import AWSModel
import AWSServices
import Foundation
package import Posture

/// Asks some objects of a bucket what they say of their replication and their locks (1.15, 1.18).
///
/// No object's content is read. S3 bills the requests, and an account that logs the data events of its buckets logs them.
struct ObjectSampleSurvey: Sendable {
    /// A bucket, and where its enabled rules replicate to.
    struct Place: Sendable {
        var bucket: String
        var region: Region
        var destinations: [(name: String, region: Region)] = []
    }

    /// After so many that refuse, and none that answers, no other is asked.
    private static let patience = 3

    let reader: Reader
    let size: Int

    func samples(of places: [Place]) async -> [String: Reading<[SampledObject]>] {
        let read = await Fanout.map(places) { place in (place.bucket, await sample(of: place)) }
        return Dictionary(read, uniquingKeysWith: { first, _ in first })
    }

    private func sample(of place: Place) async -> Reading<[SampledObject]> {
        let page = await reader.read(S3.ListObjectsV2(bucket: place.bucket), in: place.region)
        guard let listed = page.value?.items else { return page.map { _ in [] } }
        var objects: [SampledObject] = []
        var destinations = place.destinations
        let chosen = Self.choice(of: size, from: listed)
        var refusals = 0
        asking: for summary in chosen {
            let answer = await reader.attempt(
                S3.HeadObject(bucket: place.bucket, key: summary.key), in: place.region)
            switch answer {
            case .success(let metadata):
                var object = SampledObject(key: summary.key, metadata: metadata)
                // Without a status no rule ever took it: there is nothing to look for.
                if metadata.replicationStatus != nil { await look(for: &object, in: &destinations) }
                objects.append(object)
            // Deleted since it was listed.
            case .failure(let error) where error.status == 404: continue
            // One object's owner or key may refuse what the next one's allows; of several at once it is the caller.
            case .failure:
                let reading = reader.reading(of: S3.HeadObject.self, answer, in: place.region)
                refusals += 1
                let isSilent = objects.allSatisfy { $0.refusal != nil }
                if isSilent, refusals == min(Self.patience, chosen.count) { return reading.map { _ in [] } }
                objects.append(SampledObject(key: summary.key, metadata: ObjectMetadata(), refusal: reading.gap))
                if case .unreachable = reading.outcome { break asking }
            }
        }
        return Reading(.value(objects), of: reader.source(S3.HeadObject.call, in: place.region), at: reader.now())
    }

    /// A replica has the version of its source. A destination that does not answer is not asked again.
    private func look(
        for object: inout SampledObject, in destinations: inout [(name: String, region: Region)]
    ) async {
        for (name, region) in destinations {
            let head = S3.HeadObject(bucket: name, key: object.key, versionID: object.metadata.versionID)
            switch await reader.attempt(head, in: region) {
            case .success: object.arrivals[name] = true
            case .failure(let error) where error.status == 404: object.arrivals[name] = false
            case .failure: destinations.removeAll { $0.name == name }
            }
        }
    }

    /// The oldest and the newest, for those tell most, and of the others some that lie evenly between them in time.
    static func choice(of size: Int, from listed: [ObjectSummary]) -> [ObjectSummary] {
        let byAge = listed.sorted { a, b in
            let (x, y) = (a.lastModified ?? .distantPast, b.lastModified ?? .distantPast)
            return x != y ? x < y : a.key < b.key
        }
        guard size < byAge.count else { return byAge }
        guard size > 1 else { return Array(byAge.suffix(size)) }
        return (0..<size).map { byAge[$0 * (byAge.count - 1) / (size - 1)] }
    }
}

extension AccountSurvey {
    /// Some objects, from the first thousand keys, of each bucket that replicates or has a default lock.
    ///
    /// - Parameters:
    ///   - size: How many of each bucket.
    ///   - names: The buckets to look into; nil is all of these.
    package func objectSamples(
        of inventory: Inventory, size: Int, only names: Set<String>? = nil
    ) async -> [String: Reading<[SampledObject]>] {
        let places = inventory.buckets.compactMap { bucket -> ObjectSampleSurvey.Place? in
            let rules = (bucket.replication.value?.rules ?? []).filter(\.isEnabled)
            let locks = bucket.objectLock.value?.defaultMode != nil
            guard let region = bucket.region.value, !rules.isEmpty || locks, names?.contains(bucket.name) ?? true
            else { return nil }
            return ObjectSampleSurvey.Place(
                bucket: bucket.name, region: region,
                destinations: Set(rules.map(\.destination.bucketName)).sorted().compactMap { name in
                    inventory.destinations[name]?.region.value.map { (name: name, region: $0) }
                })
        }
        return await ObjectSampleSurvey(reader: reader, size: size).samples(of: places)
    }
}
