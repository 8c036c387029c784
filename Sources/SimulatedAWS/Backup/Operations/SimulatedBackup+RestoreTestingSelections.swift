import AWSModel
import Foundation

extension SimulatedBackup {
    func listTestingSelections(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let plan = try testingPlan(call)
        let selections = plan.selections.values.sorted { $0.name < $1.name }
        return try page(
            selections, call, member: "RestoreTestingSelections", token: "NextToken", limit: "MaxResults"
        ) { selection in
            .members([
                "CreationTime": .time(selection.createdAt), "IamRoleArn": .text(selection.roleARN),
                "ProtectedResourceType": .text(selection.resourceType), "RestoreTestingPlanName": .text(plan.name),
                "RestoreTestingSelectionName": .text(selection.name),
                "ValidationWindowHours": .integer(selection.validationWindowHours),
            ])
        }
    }

    func getTestingSelection(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let plan = try testingPlan(call)
        let selection = try testingSelection(call, of: plan)
        let document = selection.document
        return .members([
            "RestoreTestingSelection": .members([
                "CreationTime": .time(selection.createdAt), "CreatorRequestId": .text(selection.creatorRequestID),
                "IamRoleArn": .text(selection.roleARN), "ProtectedResourceArns": document["ProtectedResourceArns"],
                "ProtectedResourceConditions": document["ProtectedResourceConditions"],
                "ProtectedResourceType": .text(selection.resourceType),
                "RestoreMetadataOverrides": document["RestoreMetadataOverrides"],
                "RestoreTestingPlanName": .text(plan.name), "RestoreTestingSelectionName": .text(selection.name),
                "ValidationWindowHours": .integer(selection.validationWindowHours),
            ])
        ])
    }

    mutating func createTestingSelection(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let plan = try testingPlan(call)
        guard let document = call.body["RestoreTestingSelection"] else {
            throw .missingParameter("RestoreTestingSelection")
        }
        for member in ["RestoreTestingSelectionName", "IamRoleArn", "ProtectedResourceType"]
        where document[member]?.asText == nil {
            throw .missingParameter(member)
        }
        let name = document["RestoreTestingSelectionName"]?.asText ?? ""
        if let known = plan.selections[name] {
            guard let token = call.creatorRequestID, token == known.creatorRequestID else {
                throw .alreadyExists(
                    "Restore testing selection \(name) already exists", arn: plan.arn,
                    creatorRequestID: known.creatorRequestID)
            }
            return selectionReply(known, plan)
        }
        guard document["ProtectedResourceArns"] == nil || document["ProtectedResourceConditions"] == nil else {
            throw .invalidParameter("ProtectedResourceArns and ProtectedResourceConditions exclude each other.")
        }
        let selection = SimulatedRestoreTestingSelection(
            name: name, document: document, creatorRequestID: call.creatorRequestID, createdAt: call.now)
        guard (0...168).contains(selection.validationWindowHours) else {
            throw .invalidParameter("ValidationWindowHours must be between 0 and 168.")
        }
        regions[call.region]?.testingPlans[plan.name]?.selections[name] = selection
        return selectionReply(selection, plan)
    }

    mutating func deleteTestingSelection(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let plan = try testingPlan(call)
        let selection = try testingSelection(call, of: plan)
        regions[call.region]?.testingPlans[plan.name]?.selections[selection.name] = nil
        return .noContent
    }

    func getInferredMetadata(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        guard let vaultName = call.parameter("BackupVaultName") else { throw .missingParameter("BackupVaultName") }
        guard let pointARN = call.parameter("RecoveryPointArn") else { throw .missingParameter("RecoveryPointArn") }
        guard let point = state(call.region).vaults[vaultName]?.points[pointARN] else {
            throw .notFound("Recovery point \(pointARN) not found in backup vault \(vaultName)")
        }
        return .members(["InferredMetadata": .map(inferredMetadata(of: point))])
    }

    private func testingSelection(
        _ call: BackupCall, of plan: SimulatedRestoreTestingPlan
    ) throws(BackupRefusal) -> SimulatedRestoreTestingSelection {
        guard let selection = plan.selections[call.label("selection")] else {
            throw .notFound("Restore testing selection \(call.label("selection")) not found")
        }
        return selection
    }

    private func selectionReply(
        _ selection: SimulatedRestoreTestingSelection, _ plan: SimulatedRestoreTestingPlan
    ) -> BackupReply {
        .members(
            status: 201,
            [
                "CreationTime": .time(selection.createdAt), "RestoreTestingPlanArn": .text(plan.arn),
                "RestoreTestingPlanName": .text(plan.name), "RestoreTestingSelectionName": .text(selection.name),
            ])
    }
}
