import AWSModel
import Foundation

extension SimulatedBackup {
    func listSelections(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let plan = try plan(call)
        return try page(plan.selections, call, member: "BackupSelectionsList") { selection in
            .members([
                "SelectionId": .text(selection.id), "SelectionName": .text(selection.selection.name),
                "BackupPlanId": .text(plan.id), "CreationDate": .time(selection.createdAt),
                "CreatorRequestId": .text(selection.creatorRequestID),
                "IamRoleArn": .text(selection.selection.roleARN),
            ])
        }
    }

    func getSelection(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let plan = try plan(call)
        guard let selection = plan.selections.first(where: { $0.id == call.label("selection") }) else {
            throw .notFound("Cannot find Backup plan selection \(call.label("selection")).")
        }
        return .members([
            "BackupSelection": selection.document, "SelectionId": .text(selection.id), "BackupPlanId": .text(plan.id),
            "CreationDate": .time(selection.createdAt), "CreatorRequestId": .text(selection.creatorRequestID),
        ])
    }

    mutating func createSelection(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let (json, selection) = try call.document("BackupSelection", as: BackupSelection.self)
        guard let plan = state(call.region).plans[call.label("plan")], plan.deletedAt == nil else {
            throw .invalidParameter("Cannot find Backup plan \(call.label("plan")).")
        }
        try check(selection)
        if let token = call.creatorRequestID,
            let made = plan.selections.first(where: { $0.creatorRequestID == token })
        {
            return selectionReply(made, plan)
        }
        guard !plan.selections.contains(where: { $0.selection == selection }) else {
            throw .alreadyExists(
                "Backup selection with the same name already exists", arn: plan.arn, creatorRequestID: nil)
        }
        let made = SimulatedSelection(
            id: newID(), document: json, selection: selection, creatorRequestID: call.creatorRequestID,
            createdAt: call.now)
        regions[call.region]?.plans[plan.id]?.selections.append(made)
        return selectionReply(made, plan)
    }

    mutating func deleteSelection(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let plan = try plan(call)
        guard plan.selections.contains(where: { $0.id == call.label("selection") }) else {
            throw .notFound("Cannot find Backup plan selection \(call.label("selection")).")
        }
        regions[call.region]?.plans[plan.id]?.selections.removeAll { $0.id == call.label("selection") }
        return .empty
    }

    private func selectionReply(_ selection: SimulatedSelection, _ plan: SimulatedPlan) -> BackupReply {
        .members([
            "SelectionId": .text(selection.id), "BackupPlanId": .text(plan.id),
            "CreationDate": .time(selection.createdAt),
        ])
    }

    /// The limits of a selection (2.5).
    private func check(_ selection: BackupSelection) throws(BackupRefusal) {
        guard selection.name.wholeMatch(of: /[a-zA-Z0-9\-_.]{1,50}/) != nil else {
            throw .invalidParameter("Invalid selection name: \(selection.name)")
        }
        guard ARN(selection.roleARN)?.service == "iam" else {
            throw .invalidParameter("Invalid role ARN: \(selection.roleARN)")
        }
        let arns = (selection.resources ?? []) + (selection.notResources ?? [])
        if let wrong = arns.first(where: { $0 != "*" && !$0.hasPrefix("arn:") }) {
            throw .invalidParameter("Invalid ARN: \(wrong)")
        }
        let conditions = selection.conditions
        let count = [
            conditions?.stringEquals, conditions?.stringNotEquals, conditions?.stringLike, conditions?.stringNotLike,
        ].reduce(0) { $0 + ($1?.count ?? 0) }
        guard arns.filter({ $0.contains("*") }).count <= 30, arns.count <= 500, count <= 30,
            (selection.listOfTags ?? []).count <= 30
        else {
            throw .invalidParameter("A selection has at most 500 ARNs, 30 of them patterns, 30 conditions and 30 tags.")
        }
    }
}
