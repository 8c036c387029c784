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

    package let lost: Region
    package let pages: [Page]
    package let index: String

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
        index = Self.index(lost, hit, pages, assessment, takenAt: inventory.takenAt)
    }

    private static func index(
        _ lost: Region, _ hit: [ResourceAssessment], _ pages: [Page], _ assessment: Assessment, takenAt: Date
    ) -> String {
        var lines = [
            "# If \(lost) is lost", "",
            "Account \(assessment.account?.digits ?? "not known"). Read at \(takenAt.formatted(.iso8601)); "
                + "what changed since is not in here. Words in CAPITALS are yours to fill in.", "",
        ]
        for (resource, page) in zip(hit, pages) {
            lines.append(
                "- [\(Markdown.text(page.title))](\(page.file)): \(resource.verdict.rawValue), "
                    + Markdown.text(resource.reason))
        }
        if pages.isEmpty { lines.append("Nothing that was read is hit.") }
        let unread =
            assessment.gaps.map { "\($0.call) in \($0.region): \($0.cause)" }
            + (assessment.scenarios.first?.blindSpots ?? []).map { "\($0.what): \($0.cause)" }
        if !unread.isEmpty {
            lines += ["", "## What could not be read", ""] + unread.map { "- " + Markdown.text($0) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// All of it in one document.
    package var markdown: String {
        ([index] + pages.map(\.markdown)).joined(separator: "\n")
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
