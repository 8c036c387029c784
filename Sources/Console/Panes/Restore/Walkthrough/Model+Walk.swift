import AWSModel
import Canvas
import Foundation
import Posture
import Recovery

/// The walkthrough of a recovery, driven by keys and by what is read for it.
extension Model {
    /// Whether the walkthrough has the body of the screen.
    package var isWalking: Bool { pane == .restore && opened == nil && walk != nil }

    /// - Parameter arn: what is to be restored; nil asks for it.
    mutating func beginWalk(_ arn: String?, isRehearsal: Bool = false) -> [Effect] {
        // Each has an id of its own, also where the ledger is slow to give new ones.
        guard let inventory = picture?.inventory, !records.nextIDs.isEmpty else { return [] }
        let id = records.nextIDs.removeFirst()
        // One that is open behind another pane is left as if by esc.
        let left = walk == nil ? [] : leaveWalk()
        var presets: [String: String] = [:]
        presets["resource"] = arn
        presets["lost"] = arn.flatMap { picture?.verdict(of: $0)?.region?.name } ?? lostRegion?.name
        let walkthrough = Walkthrough(
            account: picture?.assessment.account, operatorName: account.operatorName, startedAt: now,
            knownAt: inventory.takenAt, isRehearsal: isRehearsal, presets: presets)
        let effects = pane == .restore && opened == nil ? [] : go(to: .restore)
        return left + effects + show(WalkState(id: id, walkthrough: walkthrough)) + [.listKept]
    }

    /// Shows a walkthrough that begins.
    private mutating func show(_ state: WalkState) -> [Effect] {
        walk = state
        return keep(state) + askForFacts()
    }

    /// Shows a walkthrough that was kept, where it was left.
    mutating func open(_ kept: KeptWalk) -> [Effect] {
        guard let inventory = picture?.inventory else { return [] }
        let state = WalkState(id: kept.id, walkthrough: kept.walkthrough)
        walk = state
        return [.openWalk(id: state.id, state.walkthrough, inventory)] + askForFacts()
    }

    /// The walkthrough that is selected in the list.
    var selectedWalk: KeptWalk? {
        guard pane == .restore, let list = list.contents as? RestoreList, let row = self.list.selectedRow else {
            return nil
        }
        if case .walk(let kept) = list.rows[row] { return kept }
        return nil
    }

    private func keep(_ state: WalkState) -> [Effect] {
        picture.map { [.keepWalk(id: state.id, state.walkthrough, $0.inventory)] } ?? []
    }

    // MARK: Keys

    /// - Returns: Nil for a key that means nothing in a walkthrough.
    mutating func takeInWalk(_ key: Key) -> [Effect]? {
        guard var state = walk else { return nil }
        switch key {
        case .escape: return leaveWalk()
        case .backTab where state.isLooking: return stopLooking()
        case .backTab: return walkBack()
        case .pageDown, .pageUp:
            let layout = walkLayout(state)
            state.offset = layout.scrolled(by: key == .pageDown ? layout.screenful : -layout.screenful)
        case .enter: return answerWalk()
        case .up where state.isRead, .character("k") where state.isRead:
            state.offset = walkLayout(state).scrolled(by: -1)
        case .down where state.isRead, .character("j") where state.isRead:
            state.offset = walkLayout(state).scrolled(by: 1)
        case .up: state.move(by: -1)
        case .down: state.move(by: 1)
        case _ where state.isTyped && state.input.take(key): state.fault = nil
        case .left where state.isLooking: return stopLooking()
        case .left where !state.isTyped: return walkBack()
        case .character("y") where state.isYesNo: state.choose("yes")
        case .character("n") where state.isYesNo: state.choose("no")
        case .home where !state.isTyped, .character("g") where !state.isTyped: state.toStart()
        case .end where !state.isTyped, .character("G") where !state.isTyped: state.toEnd()
        case .character("k") where !state.isTyped: state.move(by: -1)
        case .character("j") where !state.isTyped: state.move(by: 1)
        default: return nil
        }
        if let question = state.question, question.isTyped, [.up, .down].contains(key),
            question.options.indices.contains(state.selected)
        {
            state.input.replace(with: question.options[state.selected].value)
        }
        walk = state
        return []
    }

    /// What is entered stays: the walkthrough is in the list as it is now, and goes on from here.
    private mutating func leaveWalk() -> [Effect] {
        guard var state = walk else { return [] }
        guard !state.isRecorded, state.held == nil else { return endWalk() }
        state.noteTyped()
        walk = nil
        isArmed = false
        notice = Notice(
            state.walkthrough.isUnderWay
                ? "the recovery goes on; open it here to see how far it is" : "kept: open it here to go on")
        records.walks.removeAll { $0.id == state.id }
        records.walks.insert(KeptWalk(id: state.id, walkthrough: state.walkthrough, updatedAt: now), at: 0)
        return keep(state) + refill(.restore)
    }

    /// What is typed is kept where the program is left in the middle of it.
    mutating func keepTyped() -> [Effect] {
        guard var state = walk, !state.isRecorded, state.held == nil else { return [] }
        state.noteTyped()
        guard state.walkthrough != walk?.walkthrough else { return [] }
        walk = state
        return keep(state)
    }

    /// The record is written when the last question is answered.
    mutating func endWalk() -> [Effect] {
        walk = nil
        isArmed = false
        return [.listKept]
    }

    private mutating func walkBack() -> [Effect] {
        guard var state = walk, state.held == nil else { return [] }
        if state.wantsName { return lookAround() }
        guard !state.walkthrough.isFinished else {
            notice = Notice("what was recorded is not gone back on", .faint)
            return []
        }
        state.noteTyped()
        guard state.walkthrough.back() else {
            notice = Notice(
                state.walkthrough.confirmed.isEmpty
                    ? "this is the first question; esc leaves" : "what was confirmed is not gone back on", .faint)
            return []
        }
        state.settle()
        walk = state
        return askForFacts()
    }

    private mutating func answerWalk() -> [Effect] {
        guard var state = walk else { return [] }
        if let held = state.held { return takeOver(held, id: state.id) }
        if state.isLooking { return stopLooking() }
        if state.wantsName { return confirmWalk() }
        if state.isGivenUp { return lookAgain() }
        guard let question = state.question else {
            guard state.walkthrough.isFinished else { return [] }
            return state.isRecorded ? endWalk() : [.recordWalk(id: state.id, state.walkthrough)]
        }
        if question.step == .confirm { return confirmWalk() }
        let options = question.options
        let text: String =
            switch question.kind {
            case .text: state.input.text
            case .info: ""
            case .choice, .yesNo: options.indices.contains(state.selected) ? options[state.selected].value : ""
            }
        do throws(AnswerError) { try state.walkthrough.answer(text) } catch {
            walk?.fault = error.description
            return []
        }
        state.settle()
        walk = state
        guard !state.walkthrough.isFinished else { return [.recordWalk(id: state.id, state.walkthrough)] }
        return keep(state) + askForFacts()
    }

    /// The only way from the interface to a change of the account: the name, typed.
    private mutating func confirmWalk() -> [Effect] {
        guard var state = walk else { return [] }
        guard picture != nil else {
            walk?.fault = "the account is being read: nothing was sent"
            return []
        }
        guard !state.walkthrough.isStale(at: now) else { return renewWalk() }
        guard let grant = state.walkthrough.confirm(typed: state.input.text, at: now) else {
            walk?.fault = "this is not \(state.walkthrough.nameToType ?? "the name"): nothing was sent"
            return []
        }
        let calls = state.walkthrough.confirmedCalls
        state.wantsName = false
        state.uncertain = nil
        state.settle()
        walk = state
        recovering[state.id] = calls
        return keep(state) + [.recover(id: state.id, calls, grant)] + askForFacts()
    }

    /// What is known is too old to be acted on: it is read again, and shown before the name is typed.
    private mutating func renewWalk() -> [Effect] {
        guard var state = walk else { return [] }
        let age = Duration(from: state.walkthrough.knownAt, to: now).words
        state.walkthrough.readAgain(at: now)
        state.settle()
        walk = state
        notice = Notice("what was known is \(age) old: it is read again, nothing was sent", .warning)
        return keep(state) + askForFacts()
    }

    /// Scrolls what is seen: the page of a walkthrough, or the list.
    mutating func scroll(by rows: Int) -> [Effect] {
        guard isWalking, overlay == nil, let state = walk else { return move(.rows(rows)) }
        let place = walkLayout(state).scrolled(by: rows)
        walk?.offset = place
        return []
    }

    // MARK: Facts

    mutating func take(_ fact: Fact, for need: Need, walk id: String) -> [Effect] {
        if case .progress(let progress) = fact, progress.state != .running { recovering[id] = nil }
        guard var state = walk, state.id == id, state.held == nil else { return [] }
        state.reading.remove(need)
        if case .progress(let progress) = fact, progress.state == .unknown {
            // Of which nobody knows the end is not over: it goes on with the same calls.
            state.uncertain = progress
            state.toldAt = now
            if progress.unsent?.isEmpty == true { (state.wantsName, state.isLooking) = (false, false) }
            walk = state
            if state.isGivenUp { isArmed = false } else { takeWalkWants(nameFor: id, progress.unsent) }
            return []
        }
        if case .progress(let progress) = fact {
            state.uncertain = nil
            // What has ended wants no name any more.
            if progress.state != .running { (state.wantsName, state.isLooking) = (false, false) }
        }
        let before = state.question
        state.walkthrough.receive(fact, for: need)
        if case .progress = fact { state.toldAt = now }
        if state.question != before { state.settle() }
        walk = state
        return keep(state) + askForFacts()
    }

    mutating func takeWalkWants(nameFor id: String, _ unsent: [UnsentCall]?) {
        guard walk?.id == id, walk?.held == nil else { return }
        if walk?.wantsName == false { walk?.input = TextInput() }
        walk?.wantsName = true
        walk?.unsent = unsent
        isArmed = isWalking && walk?.isArming == true
    }

    /// Turns from the name that is wanted to what was confirmed: nothing is sent, and it is asked how far that is.
    private mutating func lookAround() -> [Effect] {
        guard let state = walk, picture != nil else { return [] }
        walk?.isLooking = true
        walk?.offset = 0
        walk?.fault = nil
        isArmed = false
        return [.watch(id: state.id, state.walkthrough.confirmedCalls)] + askForFacts()
    }

    /// Asks again what became of what AWS took; nothing is sent by that.
    private mutating func lookAgain() -> [Effect] {
        guard let state = walk, picture != nil else { return [] }
        walk?.uncertain = nil
        walk?.offset = 0
        walk?.fault = nil
        return [.watch(id: state.id, state.walkthrough.confirmedCalls)] + askForFacts()
    }

    private mutating func stopLooking() -> [Effect] {
        walk?.isLooking = false
        walk?.offset = 0
        walk?.input = TextInput()
        isArmed = walk?.isArming == true
        return []
    }

    mutating func takeWalk(_ id: String, failure: String) -> [Effect] {
        notice = Notice(failure, .bad)
        guard walk?.id == id else { return [] }
        walk?.fault = failure
        // One look that failed is no reason to look no more.
        guard walk?.held?.holder != nil, let inventory = picture?.inventory else { return [] }
        return [.lookOn(id: id, inventory)]
    }

    private mutating func askForFacts() -> [Effect] {
        guard var state = walk, state.held == nil, let inventory = picture?.inventory else { return [] }
        isArmed = state.isArming
        let missing = state.walkthrough.needs.filter { !state.reading.contains($0) }
        state.reading.formUnion(missing)
        walk = state
        return missing.map { .readFact($0, id: state.id, state.walkthrough, inventory) }
    }
}
