import AWSModel
import Posture

extension TextReport {
    func writeUnread() {
        guard !assessment.gaps.isEmpty else { return }
        page.heading("Not read")
        for group in GapGroup.groups(of: assessment.gaps) {
            page.line("\(group.calls.joined(separator: ", ")) in \(Wording.regions(group.regions)): \(group.cause)")
            let resources = group.resources
            guard !resources.isEmpty else { continue }
            let shown = options.all ? resources : Array(resources.prefix(Self.few))
            let left = resources.count - shown.count
            page.line(labels.list(shown) + (left > 0 ? " and \(left) more; --all lists them" : ""), indent: 4)
        }
    }

    func writeSilentRegions() {
        let regions = Wording.silentRegions(assessment)
        guard !regions.isEmpty else { return }
        page.heading("Regions that did not answer")
        let widest = regions.map { SafeText.escaped($0.name.name).count }.max() ?? 0
        for region in regions {
            let name = SafeText.escaped(region.name.name)
            let gap = String(repeating: " ", count: widest - name.count + 2)
            let error = region.error.map { ": \($0)" } ?? ""
            page.line(region.status.rawValue + error, lead: name + gap, indent: widest + 2)
        }
    }

    /// How many of the resources behind a gap are named; each of them is also listed with its verdict.
    private static var few: Int { 20 }
}
