import AWSCore
import AWSModel
import ArgumentParser
import Foundation
import Posture
import Report

extension Report.Format: ExpressibleByArgument {}
extension Assurance: ExpressibleByArgument {}

/// What is asked of an inventory and how the answer is written.
struct AnswerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Ask what the loss of this region would do; repeat it for more. Without it: every region that holds a "
                + "resource.", valueName: "region"))
    var lost: [String] = []

    @Option(name: .customLong("min-assurance"), help: "Weaker paths count as at-risk.")
    var minimumAssurance: Assurance = .configured

    @Option(help: "How the report is written.")
    var output: Report.Format = .text

    @Flag(help: "List also what is protected or not touched.")
    var all = false

    /// Whether nothing was said of how to answer.
    var isDefault: Bool { lost.isEmpty && minimumAssurance == .configured && output == .text && !all }

    func validate() throws {
        for name in lost where !RegionName.isWellFormed(Region(name)) {
            throw ValidationError("\"\(name)\" is not the name of a region, which reads like us-east-1.")
        }
    }

    /// Judges the inventory, writes the report to stdout and gives the answer.
    func report(_ inventory: Inventory, objectives: Objectives, at moment: Date) throws -> Answer {
        let assessment = Analyzer.assess(
            inventory, scenarios: lost.isEmpty ? nil : lost.map { .regionOutage(Region($0)) },
            objectives: objectives, minimumAssurance: minimumAssurance, listsUnaffected: all, now: moment)
        let isTerminal = isatty(STDOUT_FILENO) == 1
        let hasColour = isTerminal && ProcessInfo.processInfo.environment["NO_COLOR"].map { $0.isEmpty } ?? true
        var failure: Output.Failed?
        Report.write(assessment, as: output, options: ReportOptions(all: all, colour: isTerminal && hasColour)) {
            chunk in
            guard failure == nil else { return }
            failure = Output.failure { () throws(Output.Failed) in try Output.standard(chunk) }
        }
        if let failure { throw failure }
        return assessment.answer
    }
}
