package import AWSModel
package import Foundation
package import Posture

/// The steps of each recovery with exact commands, as Markdown: to be printed before the day it is needed.
package struct Runbook: Sendable {
    /// The steps for one resource.
    package struct Page: Hashable, Sendable {
        package var resource: String
        package var title: String
        /// A file's name without folders: `s3-bucket-shop.md`, the same whenever the account is the same.
        package var file: String
        package var markdown: String
    }

    private struct Entry {
        var resource: ResourceAssessment
        var page: Page
        var standing: Standing
    }

    private enum Standing {
        /// Its page has a way that is more than what is known to lie there.
        case known
        /// What decides it was not read, whatever its page has.
        case unread
        case none

        init(_ resource: ResourceAssessment, _ ways: [RecoveryWay]) {
            switch resource.verdict {
            case .unknown: self = .unread
            case .notEvaluated: self = .none
            case .protected, .atRisk, .unprotected, .unaffected:
                let isWayBack = ways.contains { $0.means != .byHand || $0.details["command"] != nil }
                self = isWayBack ? .known : .none
            }
        }
    }

    package let lost: Region
    /// Why it may leave out what the loss hits, or what brings it back; nil where all that decides it was read.
    package let gap: String?
    package let pages: [Page]
    /// With a link to the file of each page.
    package let index: String
    private let contents: String

    /// - Parameters:
    ///   - only: ARNs or names; nil writes of all that the loss hits.
    package init(
        _ inventory: Inventory, losing lost: Region, only: Set<String>? = nil, objectives: Objectives = .none,
        prices: PriceList = .dated, drills: [DrillEvidence] = [], now: Date
    ) {
        self.lost = lost
        let assessment = Analyzer.assess(
            inventory, scenarios: [.regionOutage(lost)], objectives: objectives, drills: drills,
            listsUnaffected: false, now: now)
        let hit = (assessment.scenarios.first?.resources ?? []).filter { resource in
            only.map { $0.contains(resource.arn) || $0.contains(resource.name) } ?? true
        }
        gap = Self.gap(lost, hit, only == nil ? assessment.scenarios.first?.blindSpots ?? [] : [], assessment)
        let facts = WayFacts(inventory, prices: prices, now: now)
        var files: Set<String> = []
        pages = hit.map { resource in
            let page = RunbookPage(resource, losing: lost, facts: facts, account: assessment.account)
            var file = page.file
            var count = 1
            while !files.insert(file).inserted {
                count += 1
                file = "\(page.file)-\(count)"
            }
            return Page(
                resource: resource.arn, title: "\(resource.type.name) \(resource.name)", file: file + ".md",
                markdown: page.markdown)
        }
        let listed = zip(hit, pages).map { resource, page in
            Entry(
                resource: resource, page: page,
                standing: Standing(resource, facts.ways(to: resource, Incident(.regionLost, lost: lost))))
        }
        index = Self.index(lost, listed, assessment, takenAt: inventory.takenAt, isLinked: true)
        contents = Self.index(lost, listed, assessment, takenAt: inventory.takenAt, isLinked: false)
    }

    private static func gap(
        _ lost: Region, _ hit: [ResourceAssessment], _ spots: [BlindSpot], _ assessment: Assessment
    ) -> String? {
        if let unread = spots.words { return "not all that the loss of \(lost) hits could be read: \(unread)" }
        if let nothing = assessment.nothingFound { return nothing }
        let judged = hit.filter { $0.verdict != .notEvaluated }
        guard let first = judged.first, judged.allSatisfy({ $0.verdict == .unknown }) else { return nil }
        return "what the loss of \(lost) leaves of \(judged.count.counted("resource")) is not known: \(first.reason)"
    }

    private static func index(
        _ lost: Region, _ entries: [Entry], _ assessment: Assessment, takenAt: Date, isLinked: Bool
    ) -> String {
        var lines = [
            "# If \(lost) is lost", "",
            "Account \(assessment.account?.digits ?? "not known"). Read at \(takenAt.formatted(.iso8601)); "
                + "what changed since is not in here. Words in CAPITALS are yours to fill in.", "",
        ]
        let groups = [
            ("There is a way back", entries.filter { $0.standing == .known }),
            ("Whether there is a way back is not known", entries.filter { $0.standing == .unread }),
            ("No way back is known", entries.filter { $0.standing == .none }),
        ]
        for (heading, entries) in groups where !entries.isEmpty {
            lines += ["## \(heading)", ""]
            for entry in entries {
                let title = Markdown.text(entry.page.title)
                lines.append(
                    "- \(isLinked ? "[\(title)](\(entry.page.file))" : title): \(entry.resource.verdict.rawValue), "
                        + Markdown.text(entry.resource.reason))
            }
            lines.append("")
        }
        if entries.isEmpty { lines.append("Nothing that was read is hit.") }
        let unread =
            assessment.gaps.map { "\($0.call) in \($0.region): \($0.cause)" }
            + (assessment.scenarios.first?.blindSpots ?? []).map(\.words)
        if !unread.isEmpty {
            lines += ["## What could not be read", ""] + unread.map { "- " + Markdown.text($0) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// All of it in one document.
    package var markdown: String {
        ([contents] + pages.map(\.markdown)).joined(separator: "\n")
    }
}

enum Markdown {
    /// Text in which nothing is markup, on one line.
    static func text(_ text: String) -> String {
        let line = String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? " " : $0 }))
        return line.map { #"\`*_[]<>|#"#.contains($0) ? "\\\($0)" : String($0) }.joined()
    }
}
