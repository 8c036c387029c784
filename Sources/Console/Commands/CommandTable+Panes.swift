import AWSModel
import Canvas
import Posture

extension CommandTable {
    /// What can be done in one pane.
    static let panes: [Command] = [
        Command(
            .nextRegion, keys: [.right, .character("l")], in: .panes([.posture]), "region",
            "Ask of the loss of the next region.", bar: 2, disabled: noOtherRegion
        ) { $0.askOfRegion(1) },
        Command(
            .previousRegion, keys: [.left, .character("h")], in: .panes([.posture]), "previous region",
            "Ask of the loss of the previous region.", disabled: noOtherRegion
        ) { $0.askOfRegion(-1) },
        Command(
            .threat, keys: [.character("T")], in: .panes([.posture]), "threat",
            "Ask about another threat than the loss of a region.", bar: 4,
            disabled: { $0.picture == nil ? "nothing was read yet" : nil }
        ) {
            $0.overlay = .choice(.ofThreat($0.threat))
            return []
        },
        Command(
            .export, keys: [.character("e")], in: .panes([.activity]), "export",
            "Write the log of this incident to a file, as text.", bar: 6,
            disabled: { $0.picture == nil ? "nothing was read yet" : nil }
        ) { [.saveText($0.activityLog, path: $0.defaultPath("activity", "txt"))] },
        Command(
            .restoreThis, keys: [.character("r")], in: .lists, "restore",
            "Walk through the recovery of what is selected.", bar: 5,
            disabled: { cannotRestore($0, needsSubject: true) }
        ) { $0.beginWalk($0.list.selectedSubject) },
        Command(
            .restoreOpened, keys: [.character("r")], in: .resource, "restore",
            "Walk through the recovery of this resource.", bar: 5, disabled: { cannotRestore($0, needsSubject: false) }
        ) { $0.beginWalk($0.opened?.arn) },
        Command(
            .copyCommand, keys: [.character("Y")], in: .resource, "copy command",
            "Copy the next `aws` line of what is missing, each time the next one.", bar: 16,
            disabled: { model in
                guard model.commandsOfOpened.isEmpty else { return nil }
                return model.opened?.dossier == nil ? "it is still being judged" : "no command is missing"
            }
        ) { $0.copyNextCommand() },
        Command(
            .newRestore, keys: [.character("n")], in: .panes([.restore]), "new", "Walk through a recovery.", bar: 2,
            disabled: { cannotRestore($0, needsSubject: false) }
        ) { $0.beginWalk(nil) },
        Command(
            .rehearse, keys: [.character("N")], in: .panes([.restore]), "rehearse",
            "Rehearse a recovery: all but the calls, and it is recorded.", bar: 3,
            disabled: { cannotRestore($0, needsSubject: false) }
        ) { $0.beginWalk(nil, isRehearsal: true) },
    ]

    @Sendable private static func cannotRestore(_ model: Model, needsSubject: Bool) -> String? {
        if model.picture == nil { return "nothing was read yet" }
        if let refusal = model.records.refusal { return refusal }
        if model.records.nextIDs.isEmpty { return "the ledger has not answered yet" }
        return needsSubject && model.list.selectedSubject == nil ? "nothing is selected" : nil
    }

    @Sendable private static func noOtherRegion(_ model: Model) -> String? {
        (model.picture?.assessment.scenarios.count ?? 0) < 2 ? "there is no other region to ask about" : nil
    }
}
