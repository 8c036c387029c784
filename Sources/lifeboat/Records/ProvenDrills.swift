import AWSModel
import Ledger
import Posture
import Recovery

/// What the drills in the ledger prove.
enum ProvenDrills {
    /// - Parameters:
    ///   - account: whose drills; those that name no account count too.
    ///   - warns: whether stderr is told of a ledger that cannot be read; where there is none nothing is said, and none
    ///     is made.
    static func evidence(of account: AccountID?, warns: Bool = true) -> [DrillEvidence] {
        do throws(LedgerError) {
            return try Ledger.openToRead(at: LedgerAccess.path).drills().standing.map(\.drill)
                .filter { $0.account == nil || $0.account == account }.compactMap(DrillEvidence.init)
        } catch {
            if case .missing = error { return [] }
            if warns { Output.error("lifeboat: no drill counts as proof: \(error.description)\n") }
            return []
        }
    }
}

extension Inventory {
    /// - Parameter warns: whether stderr is told of a ledger that cannot be read.
    func provenDrills(warns: Bool = true) -> [DrillEvidence] {
        ProvenDrills.evidence(of: caller.value?.account, warns: warns)
    }
}

extension DrillEvidence {
    /// Nil where the drill proves nothing, or by a way that Lifeboat does not know.
    init?(_ drill: Drill) {
        guard drill.proves, let mechanism = RecoveryPath.Mechanism(rawValue: drill.mechanism) else { return nil }
        self.init(
            resource: drill.resource, mechanism: mechanism, region: drill.region,
            threat: Incident.Kind(rawValue: drill.scenario).map { Incident($0).scenario.threat }, at: drill.drilledAt,
            duration: drill.recoveryTime.map { .seconds($0) })
    }
}
