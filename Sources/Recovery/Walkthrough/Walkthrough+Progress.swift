extension Walkthrough {
    /// How far the confirmed calls are, as it was told last; nil before anything was told.
    package var progress: RecoveryProgress? {
        let need = Need.progress(confirmed)
        guard !confirmed.isEmpty, case .progress(let progress)? = facts[need] else { return nil }
        return progress
    }

    /// Whether its calls were confirmed, and have not ended as far as is known.
    package var isUnderWay: Bool { !confirmed.isEmpty && progress.map { $0.state == .running } ?? true }
}
