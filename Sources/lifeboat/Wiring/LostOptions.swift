import AWSCore
import AWSModel
import ArgumentParser
import Posture

/// The regions of whose loss is asked.
struct LostOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Ask what the loss of this region would do; repeat it for more. Without it: every region that holds a "
                + "resource.", valueName: "region"))
    var lost: [String] = []

    /// None where every region is meant that holds a resource.
    var regions: [Region] { lost.map { Region($0) } }

    func validate() throws {
        if let region = regions.first(where: { !RegionName.isWellFormed($0) }) {
            throw ValidationError("\"\(region)\" is not the name of a region, which reads like us-east-1.")
        }
    }

    /// A region that is misspelt is no region that was not read.
    /// - Throws: `Failure` for one that AWS does not list.
    func mustExist(in inventory: Inventory) throws {
        guard inventory.regionListing?.value != nil, inventory.restrictedTo == nil else { return }
        let known = Set(inventory.regions.map(\.name))
        if let region = regions.first(where: { !known.contains($0) }) {
            throw Failure.usage("There is no region \"\(region)\" to lose: AWS lists \(known.count) others.")
        }
    }
}
