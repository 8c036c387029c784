import AWSModel
import Posture

/// The calls that went unanswered for the same cause, in the same region, about the same resources.
struct GapGroup {
    struct Key: Hashable {
        let region: Region
        let cause: String
        let resources: [String]
    }

    let key: Key
    var calls: [String]

    /// In the order in which the causes first come up.
    static func groups(of gaps: [Gap]) -> [GapGroup] {
        var groups: [GapGroup] = []
        var places: [Key: Int] = [:]
        for gap in gaps {
            let key = Key(region: gap.region, cause: gap.cause, resources: gap.resources)
            if let place = places[key] {
                groups[place].calls.append(gap.call)
            } else {
                places[key] = groups.count
                groups.append(GapGroup(key: key, calls: [gap.call]))
            }
        }
        return groups
    }
}
