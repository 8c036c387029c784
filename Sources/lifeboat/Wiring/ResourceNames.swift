import Posture

/// A resource as an operator calls it: by its ARN, or by a name that it alone has.
enum ResourceNames {
    /// - Throws: `Failure` where nothing has that name, or more than one.
    static func dossier(
        of resource: String, in inventory: Inventory, objectives: Objectives = .none, prices: PriceList = .dated,
        drills: [DrillEvidence] = []
    ) throws -> ResourceDossier {
        do throws(Analyzer.NoDossier) {
            return try Analyzer.dossier(
                of: resource, in: inventory, objectives: objectives, prices: prices, drills: drills,
                now: inventory.takenAt)
        } catch {
            switch error {
            case .ambiguous(let arns): throw several(arns, called: resource)
            case .unknown:
                if let gap = inventory.decisiveGap { throw Failure.couldNotTell(gap) }
                throw Failure.usage("there is no resource \(resource) among what was read")
            }
        }
    }

    /// - Throws: `Failure` where there is more than one.
    static func mustBeOne(_ arns: [String], called resource: String) throws {
        if arns.count > 1 { throw several(arns, called: resource) }
    }

    private static func several(_ arns: [String], called resource: String) -> Failure {
        .usage("several resources are called \(resource): \(arns.joined(separator: ", "))")
    }
}
