import AWSCore
import AWSModel
import AWSServices
import Posture

/// Reads the backup plans of a region with their documents and selections.
struct PlanSurvey: Sendable {
    let reader: Reader
    let region: Region
    let mentions: Mentions

    func plans() async -> Reading<[PlanContents]> {
        let listing: Reading<[BackupPlanSummary]> = await reader.readAll(
            Backup.ListBackupPlans(maxResults: 1000), in: region)
        guard let plans = listing.value else { return listing.map { _ in [] } }
        let read = await Fanout.map(plans) { await contents(of: $0) }
        return listing.map { _ in read }
    }

    private func contents(of plan: BackupPlanSummary) async -> PlanContents {
        async let detail = reader.read(Backup.GetBackupPlan(planID: plan.id), in: region)
        async let selections = selections(of: plan.id)
        let read = await detail
        return PlanContents(
            id: plan.id, name: plan.name ?? read.value?.plan.name ?? plan.id, plan: read.map(\.plan),
            createdAt: plan.createdAt, selections: await selections)
    }

    private func selections(of planID: String) async -> Reading<[SelectionContents]> {
        let listing: Reading<[BackupSelectionSummary]> = await reader.readAll(
            Backup.ListBackupSelections(planID: planID, maxResults: 1000), in: region)
        guard let selections = listing.value else { return listing.map { _ in [] } }
        let contents = await Fanout.map(selections) { selection in
            let reading = await reader.read(
                Backup.GetBackupSelection(planID: planID, selectionID: selection.id), in: region
            ).map(\.selection)
            await mentions.follow(reading)
            return SelectionContents(id: selection.id, selection: reading)
        }
        return listing.map { _ in contents }
    }
}
