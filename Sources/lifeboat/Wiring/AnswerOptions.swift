import AWSCore
import ArgumentParser
import Foundation
import Posture
import Report

extension Report.Format: ExpressibleByArgument {}
extension Assurance: ExpressibleByArgument {}

/// One threat, or all of them.
enum AskedThreat: Hashable, Sendable, ExpressibleByArgument {
    case one(Threat)
    case all

    init?(argument: String) {
        if argument == "all" {
            self = .all
        } else if let threat = Threat(rawValue: argument) {
            self = .one(threat)
        } else {
            return nil
        }
    }

    static var allValueStrings: [String] { Threat.allCases.map(\.rawValue) + ["all"] }
}

/// What is asked of an inventory and how the answer is written.
struct AnswerOptions: ParsableArguments {
    @OptionGroup var outage: LostOptions

    @Option(
        help: ArgumentHelp(
            "Ask about this threat; repeat it for more, or \"all\". Without it: region-outage.", valueName: "threat"))
    var threat: [AskedThreat] = []

    @Option(name: .customLong("min-assurance"), help: "Weaker paths count as at-risk.")
    var minimumAssurance: Assurance = .configured

    @Option(help: "How the report is written.")
    var output: Report.Format = .text

    @Flag(
        help: "Say what each way back costs a month; reads sizes and request metrics of buckets from CloudWatch.")
    var costs = false

    @OptionGroup var sampling: SamplingOptions

    @Flag(help: "List also what is protected or not touched.")
    var all = false

    /// Whether nothing was said of how to answer.
    var isDefault: Bool {
        outage.lost.isEmpty && threat.isEmpty && minimumAssurance == .configured && output == .text && !all && !costs
            && sampling.count == 0
    }

    var besides: AskedBesides { AskedBesides(costs: costs, sampledObjects: sampling.count) }

    func validate() throws {
        let asked = threats
        guard outage.lost.isEmpty || asked.contains(.regionOutage) else {
            throw ValidationError("--lost asks of the loss of a region, and --threat names other threats only.")
        }
    }

    private var threats: [Threat] {
        let named = threat.isEmpty ? [.one(.regionOutage)] : threat
        return Threat.allCases.filter { named.contains(.one($0)) || named.contains(.all) }
    }

    /// Nil for every region that holds a resource.
    private var outages: [Scenario]? {
        guard threats.contains(.regionOutage) else { return [] }
        return outage.lost.isEmpty ? nil : outage.regions.map { .regionOutage($0) }
    }

    /// Judges the inventory, writes the report to stdout and gives the answer.
    func report(
        _ inventory: Inventory, objectives: Objectives, prices: PriceList, drills: [DrillEvidence] = [],
        at moment: Date
    ) throws -> Answer {
        try outage.mustExist(in: inventory)
        let assessment = Analyzer.assess(
            inventory, scenarios: outages, threats: threats, objectives: objectives,
            drills: drills, minimumAssurance: minimumAssurance, prices: costs ? prices : nil, listsUnaffected: all,
            now: moment)
        try Output.report(all: all) { Report.write(assessment, as: output, options: $0, to: $1) }
        return assessment.answer
    }
}
