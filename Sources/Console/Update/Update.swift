import Canvas
package import Foundation
import Posture

/// Takes what happened into the model, and says what is to be done about it.
package func update(_ model: inout Model, _ message: Message, now: Date) -> [Effect] {
    model.now = now
    switch message {
    case .key(let key):
        model.notice = nil
        return model.take(key)
    case .pasted(let text): return model.isTooSmall ? [] : model.paste(text)
    case .resized(let size):
        model.size = size
        model.keepSelectionVisible()
        return []
    case .clicked(let point): return model.click(point)
    case .scrolled(let rows): return model.isTooSmall ? [] : model.scroll(by: rows)
    case .tick: return []
    case .surveyBegan, .progress, .partial, .surveyed, .surveyFailed, .credentials, .pictured:
        return model.takeSurvey(message)
    case .codeWanted(let serial):
        model.overlay = .code(serial: serial, TextInput())
        return []
    case .arranged(let list): return model.take(list)
    case .judged(let scenario): return model.take(scenario)
    case .judgedResource(let arn, let dossier):
        if model.opened?.arn == arn { model.opened?.dossier = dossier }
        return []
    case .profiles(let names):
        model.account.profiles = names
        if case .choice(var choice) = model.overlay, choice.subject == .profile {
            choice.options = names
            choice.selected = names.firstIndex(of: model.account.profile ?? "default") ?? 0
            model.overlay = .choice(choice)
        }
        return []
    case .records(let records):
        model.records = records
        model.layOutDrills()
        return model.refill(.restore)
    case .fact(let fact, let need, let id): return model.take(fact, for: need, walk: id)
    case .walkWantsName(let id, let calls):
        model.takeWalkWants(nameFor: id, calls)
        return []
    case .walkHeld(let id, let held): return model.take(held, walk: id)
    case .walkRecorded(let id):
        if model.walk?.id == id { model.walk?.isRecorded = true }
        return []
    case .walkFailed(let id, let sentence): return model.takeWalk(id, failure: sentence)
    case .saved(let path):
        model.notice = Notice("saved to \(path)", .good)
        return []
    case .copied(let lines):
        model.notice = Notice(model.wordsOfCopied(lines), .good)
        return []
    case .saveFailed(let reason), .copyFailed(let reason):
        model.notice = Notice(reason, .bad)
        return []
    }
}

extension Model {
    /// What is opened above takes a key first; then the command table decides.
    mutating func take(_ key: Key) -> [Effect] {
        if isTooSmall { return takeUnseen(key) }
        if overlay != nil { return takeInOverlay(key) }
        if isWalking, let effects = takeInWalk(key) { return effects }
        guard let command = keymap.command(for: key, in: self) else {
            notice = Notice("\(key.name) does nothing here; ? shows the keys that do", .faint)
            return []
        }
        return run(command)
    }

    mutating func run(_ command: Command) -> [Effect] {
        if let refusal = command.refusal(self) {
            notice = Notice("\(command.title): \(refusal)", .warning)
            return []
        }
        return command.run(&self)
    }
}
