import AWSModel
import Foundation
import SimulatedAWS

extension NativeRemains {
    func copies(of table: SimulatedTable) -> [NativeCopy] {
        let family = account.tables.tables.values.compactMap { $0[table.name] }.filter { other in
            other.id == table.id || (table.globalID != nil && other.globalID == table.globalID)
        }
        let backups = account.tables.backups.flatMap { region, held in
            held.filter {
                $0.table.id == table.id && isReadable($0.table.keyARN, in: region)
                    && $0.expiresAt.map { $0 > account.now } ?? true
            }.map {
                NativeCopy(
                    kind: .history, what: "a backup in \(region)", region: region,
                    moments: $0.createdAt...$0.createdAt, goesOn: false)
            }
        }
        return family.flatMap { copies($0, of: table) } + backups
    }

    /// A replica, and what point-in-time recovery holds of it (3.4, 3.5).
    private func copies(_ other: SimulatedTable, of table: SimulatedTable) -> [NativeCopy] {
        guard other.isReady(at: account.now), isReadable(other.keyARN, in: other.region) else { return [] }
        let isItself = other.id == table.id
        let behind = isItself ? account.now : stops[other.arn.text] ?? moment(behind: other.lagSeconds)
        let goesOn = stops[other.arn.text] == nil
        var copies = [
            NativeCopy(
                kind: isItself ? .original : .follower, what: "table in \(other.region)", region: other.region,
                moments: behind...behind, goesOn: goesOn)
        ]
        if let window = other.restorableRange(at: account.now) {
            let latest = max(window.lowerBound, min(window.upperBound, behind))
            copies.append(
                NativeCopy(
                    kind: .history, what: "point-in-time recovery in \(other.region)", region: other.region,
                    moments: window.lowerBound...latest, goesOn: goesOn))
        }
        return copies
    }
}
