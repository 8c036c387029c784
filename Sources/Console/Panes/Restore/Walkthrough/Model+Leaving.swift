import Recovery

extension Model {
    /// What leaving the program does to what was confirmed in it, in one sentence or two.
    var whatLeavingDoes: String {
        let calls = recovering.values.joined()
        if calls.contains(where: \.action.isMadeHere) {
            return
                "Objects are being changed by this program: that stops with it, and what is not changed by then stays "
                + "as it is until the walkthrough is opened again and the name is typed."
        }
        guard !calls.isEmpty else {
            return walk?.isRecorded == false
                ? "The walkthrough is kept as it is, and goes on from here." : "Nothing is running that would be lost."
        }
        let started = "What AWS has started goes on there; the walkthrough, opened again, says how far it is."
        let waits = recovering.values.contains { $0.count > 1 }
        return started + (waits ? " Calls that wait for it are made only then, once the name is typed." : "")
    }
}

extension RecoveryAction {
    /// Whether this program makes the change object by object, and AWS has no job that goes on without it.
    fileprivate var isMadeHere: Bool {
        switch self {
        case .removeDeleteMarkers, .restoreVersions: true
        default: false
        }
    }
}
