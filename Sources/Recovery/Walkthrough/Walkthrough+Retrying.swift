extension Walkthrough {
    /// How often what failed was tried again.
    package var tries: Int { retries ?? 0 }

    /// Makes the call that failed one that is still to be made; what ended well stays done. The name is asked for again.
    mutating func tryAgain() {
        guard let failure = progress?.failure, let review, let draft else { return }
        let old = Need.progress(confirmed)
        if failure.hasEnded, let place = review.calls.firstIndex(where: { $0.token == failure.token }) {
            let firsts = Script.run(self).token.map { draft.calls(token: $0) } ?? []
            guard firsts.indices.contains(place) else { return }
            attempts = (attempts ?? [:]).merging([firsts[place].token: 1]) { $0 + $1 }
        }
        retries = tries + 1
        facts[old] = nil
        confirmed = self.review?.calls.map(\.token) ?? confirmed
    }
}
