import AWSModel
import Posture

/// The calls that went unanswered for the same cause, about the same resources, in the same regions.
struct GapGroup {
    let calls: [String]
    let regions: [Region]
    let cause: String
    let resources: [String]

    /// In the order in which the causes first come up.
    static func groups(of gaps: [Gap]) -> [GapGroup] {
        let byRegion = grouped(gaps) { RegionKey(region: $0.region, cause: $0.cause, resources: $0.resources) }
        let byCalls = grouped(byRegion) { group in
            CallsKey(calls: group.members.map(\.call), cause: group.key.cause, resources: group.key.resources)
        }
        return byCalls.map { group in
            GapGroup(
                calls: group.key.calls, regions: group.members.map(\.key.region), cause: group.key.cause,
                resources: group.key.resources)
        }
    }

    private struct RegionKey: Hashable {
        let region: Region
        let cause: String
        let resources: [String]
    }
    private struct CallsKey: Hashable {
        let calls: [String]
        let cause: String
        let resources: [String]
    }
    private struct Group<Key: Hashable, Member> {
        let key: Key
        var members: [Member]
    }

    private static func grouped<Key: Hashable, Member>(
        _ members: [Member], by key: (Member) -> Key
    ) -> [Group<Key, Member>] {
        var groups: [Group<Key, Member>] = []
        var places: [Key: Int] = [:]
        for member in members {
            let key = key(member)
            if let place = places[key] {
                groups[place].members.append(member)
            } else {
                places[key] = groups.count
                groups.append(Group(key: key, members: [member]))
            }
        }
        return groups
    }
}
