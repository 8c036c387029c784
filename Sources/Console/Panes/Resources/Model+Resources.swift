import AWSModel
import Canvas
import Posture

extension Model {
    /// How many there are, by verdict, and what this version does not read of them.
    var resourcesSummary: [[Span]] {
        guard let picture else { return [] }
        var line = [Span(picture.resources.count.counted("resource"), .title), Span("  ")]
        line += picture.counts.others.spans
        let unread = picture.inventory.backup.filter { !$0.protectedResources.isRead && !$0.vaults.isRead }
        if !unread.isEmpty {
            line.append(Span("not read in \(unread.map(\.region.name).joined(separator: ", "))", .unknown))
        }
        return [line]
    }
}
