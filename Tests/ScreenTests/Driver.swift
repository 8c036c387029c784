import Canvas
import Console
import Foundation
import Posture

/// An interface without a terminal: takes messages, does what is pure of the effects at once, and keeps the others.
struct Driver {
    private(set) var model: Model
    private(set) var undone: [Effect] = []
    var now: Date
    /// Answers what a walkthrough asks.
    var host = WalkHost()

    init(_ model: Model) {
        self.model = model
        now = model.now
    }

    mutating func take(_ messages: Message...) { for message in messages { take(message) } }

    private mutating func take(_ message: Message) {
        for effect in update(&model, message, now: now) {
            switch effect {
            case .arrange(let task): take(.arranged(task.run()))
            case .picture(let inventory, let isFinal):
                take(.pictured(Picture(of: inventory, now: inventory.takenAt), isFinal: isFinal))
            case .judge(let threat, let inventory):
                let judged = Analyzer.assess(inventory, scenarios: [], threats: [threat], now: inventory.takenAt)
                if let scenario = judged.scenarios.first { take(.judged(scenario)) }
            case .judgeResource(let arn, let inventory, let findings):
                let dossier = try? Analyzer.dossier(
                    of: arn, in: inventory, findings: findings, now: inventory.takenAt)
                take(.judgedResource(arn: arn, dossier))
            case .readFact(let need, let id, let walkthrough, let inventory):
                if let fact = host.fact(for: need, of: walkthrough, inventory) {
                    take(.fact(fact, for: need, id: id))
                } else {
                    undone.append(effect)
                }
            case .recordWalk(let id, _): take(.walkRecorded(id: id))
            default: undone.append(effect)
            }
        }
    }

    /// The program may change the account from now on.
    mutating func arm() { model.isArmed = true }

    /// Presses keys by name, "j enter esc"; any longer word that is no key's name is typed letter by letter.
    mutating func press(_ names: String) {
        for name in names.split(separator: " ") {
            if let key = Key(name: String(name)) {
                take(.key(key))
            } else {
                for letter in name { take(.key(.character(letter))) }
            }
        }
    }

    var frame: Frame { Screen.frame(of: model) }
}
