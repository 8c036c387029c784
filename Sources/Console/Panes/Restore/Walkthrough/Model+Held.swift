import Recovery

/// A walkthrough in which another process acts.
extension Model {
    /// Shows it as it is there, and looks again after a while, as long as somebody acts.
    mutating func take(_ held: HeldWalk, walk id: String) -> [Effect] {
        guard var state = walk, state.id == id, !state.isRecorded else { return [] }
        state.held = held
        state.walkthrough = held.walkthrough
        (state.reading, state.fault, state.toldAt) = ([], nil, now)
        (state.wantsName, state.isLooking) = (false, false)
        walk = state
        isArmed = false
        guard held.holder != nil, held.outcome == nil, let inventory = picture?.inventory else { return [.listKept] }
        return [.lookOn(id: id, inventory)]
    }

    /// Goes on with it where nobody else does any more.
    mutating func takeOver(_ held: HeldWalk, id: String) -> [Effect] {
        if held.outcome != nil { return endWalk() }
        guard held.isFree else { return [] }
        return open(KeptWalk(id: id, walkthrough: held.walkthrough, updatedAt: now))
    }
}
