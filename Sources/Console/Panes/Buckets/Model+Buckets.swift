import Canvas
import Posture

extension Model {
    /// How many buckets there are, by verdict, and whether that is all of them.
    var bucketsSummary: [[Span]] {
        guard let picture else { return [] }
        let listing = picture.inventory.bucketListing
        if let gap = listing.gap, picture.inventory.buckets.isEmpty {
            return [[Span("? the buckets were not listed: \(gap)", .unknown)]]
        }
        var line = [
            Span(picture.inventory.buckets.count.counted("bucket"), .title),
            Span(" if their own region is lost  ", .faint),
        ]
        line += picture.counts.buckets.spans
        if let gap = listing.gap { line.append(Span("the listing was not read: \(gap); there may be more", .unknown)) }
        return [line]
    }
}

/// How many resources have each verdict when their own region is lost: counted once for a picture.
struct VerdictCounts: Sendable {
    private var numbers: [Verdict: Int] = [:]

    init(_ assessment: Assessment, where counts: (ResourceAssessment) -> Bool) {
        for scenario in assessment.scenarios {
            for resource in scenario.resources where resource.verdict != .unaffected && counts(resource) {
                numbers[resource.verdict, default: 0] += 1
            }
        }
    }

    var spans: [Span] {
        [Verdict.unprotected, .atRisk, .unknown, .protected, .notEvaluated].compactMap { verdict in
            guard let number = numbers[verdict] else { return nil }
            return Span("\(verdict.glyph) \(number) \(verdict.words)  ", verdict.role)
        }
    }
}
