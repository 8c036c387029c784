import AWSCore
import AWSModel
import AWSServices
import Foundation
import Recovery

extension Executor {
    /// Changes the objects of a bucket that need it, some at once; sent again, it does what is left.
    func changeObjects(
        _ call: PlannedCall, intendedAt intent: Date?, under grant: WriteGrant
    ) async -> CallOutcome {
        let bucket: String
        let prefix: String
        let selection: ObjectSelection
        switch call.action {
        case .removeDeleteMarkers(let name, let start, let since):
            (bucket, prefix, selection) = (name, start, .deleteMarkers(since: since))
        case .restoreVersions(let name, let start, let moment):
            (bucket, prefix, selection) = (name, start, .versions(asOf: moment))
        default: return .refused("not a change of objects")
        }
        var count = ObjectCount()
        func change(_ keys: [KeyVersions.Key]) async {
            var changes: [ObjectChange] = []
            for key in keys {
                switch selection.verdict(versions: key.versions, markers: key.markers, intendedAt: intent) {
                case .change(let change): changes.append(change)
                case .untouched: count.untouched += 1
                case .leftAlone: count.leave(key.name)
                }
            }
            await self.change(changes, of: bucket, for: call, under: grant, counting: &count)
        }
        var keys = KeyVersions()
        do throws(AWSError) {
            var pages = client.pages(
                S3.ListObjectVersions(bucket: bucket, prefix: prefix.isEmpty ? nil : prefix), in: call.region
            ).makeAsyncIterator()
            while let page = try await pages.next() {
                keys.add(page)
                await change(keys.takeWhole())
                if Task.isCancelled { return .unanswered("stopped after \(count.done) objects") }
            }
        } catch {
            return count.done > 0 ? .unanswered("after \(count.done) objects: \(error)") : .refused("\(error)")
        }
        await change(keys.takeAll())
        if count.failed > 0 {
            let some = count.failures.prefix(3).joined(separator: "; ")
            let text = "\(count.words(intendedAt: intent)); \(count.failed) failed: \(some)"
            return count.done == 0 && count.unanswered == 0 ? .refused(text) : .unanswered(text)
        }
        return .accepted(identifier: count.words(intendedAt: intent))
    }

    private func change(
        _ changes: [ObjectChange], of bucket: String, for call: PlannedCall, under grant: WriteGrant,
        counting count: inout ObjectCount
    ) async {
        await withTaskGroup(of: (ObjectChange, WriteFailure?).self) { group in
            var rest = changes.makeIterator()
            func startNext() {
                guard !Task.isCancelled, let next = rest.next() else { return }
                group.addTask { (next, await failure(of: next, of: bucket, for: call, under: grant)) }
            }
            for _ in 0..<policy.objectsAtOnce { startNext() }
            while let (change, failure) = await group.next() {
                if let failure { count.add(failure, of: change.key) } else { count.done += 1 }
                startNext()
            }
        }
        tell(.objects(token: call.token, count))
    }

    private func failure(
        of change: ObjectChange, of bucket: String, for call: PlannedCall, under grant: WriteGrant
    ) async -> WriteFailure? {
        do throws(WriteFailure) {
            switch change {
            case .remove(let marker):
                _ = try await client.send(
                    S3.DeleteObject(marker, of: bucket), in: call.region, under: grant, token: call.token)
            case .copy(let version):
                _ = try await client.send(
                    S3.CopyObject(version, of: bucket), in: call.region, under: grant, token: call.token)
            }
            return nil
        } catch {
            return error
        }
    }
}

/// The versions of a listing, key by key: those of one key may go on over the end of a page.
struct KeyVersions {
    struct Key {
        let name: String
        var versions: [ObjectVersion] = []
        var markers: [DeleteMarker] = []
    }
    private var keys: [Key] = []

    /// A page brings versions and markers apart, each in the order of the keys.
    mutating func add(_ page: S3.ListObjectVersions.Output) {
        var places = [String: Int](minimumCapacity: page.versions.count)
        if let last = keys.last { places[last.name] = keys.count - 1 }
        func place(_ name: String) -> Int {
            if let place = places[name] { return place }
            keys.append(Key(name: name))
            places[name] = keys.count - 1
            return keys.count - 1
        }
        for version in page.versions { keys[place(version.key)].versions.append(version) }
        for marker in page.deleteMarkers { keys[place(marker.key)].markers.append(marker) }
        // The key that may go on is the greatest, whether its version or its marker came last.
        if let greatest = keys.indices.max(by: { keys[$0].name.utf8.lexicographicallyPrecedes(keys[$1].name.utf8) }) {
            keys.swapAt(greatest, keys.count - 1)
        }
    }

    /// All keys but the last, which may go on.
    mutating func takeWhole() -> [Key] {
        guard let last = keys.popLast() else { return [] }
        defer { keys = [last] }
        return keys
    }

    mutating func takeAll() -> [Key] {
        defer { keys = [] }
        return keys
    }
}
