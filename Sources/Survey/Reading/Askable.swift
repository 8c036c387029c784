import AWSModel
import Posture

/// The regions that can be asked for what is not tied to one: the home region first, others when that one is silent.
struct Askable: Sendable {
    /// What the home region has before others are asked too: as long as a connect may take.
    private static let headStart: Duration = .seconds(3)

    /// The home region first.
    let regions: [Region]

    /// The home region's answer; where it has none or takes its time, whoever of all answers first. The home region's
    /// silence when all are silent.
    func firstAnswer<Answer: Sendable>(
        isSilent: @escaping @Sendable (Answer) -> Bool, _ ask: @escaping @Sendable (Region) async -> Answer
    ) async -> Answer {
        let home = regions[0]
        var others = regions.dropFirst()
        return await withTaskGroup(of: (Region, Answer)?.self) { group in
            var silence: Answer?
            var unanswered = regions.count
            group.addTask { (home, await ask(home)) }
            group.addTask {
                try? await Task.sleep(for: Self.headStart)
                return nil
            }
            for await came in group {
                if let (region, answer) = came {
                    guard isSilent(answer) else {
                        group.cancelAll()
                        return answer
                    }
                    if silence == nil || region == home { silence = answer }
                    unanswered -= 1
                    if unanswered == 0 { group.cancelAll() }
                }
                for region in others { group.addTask { (region, await ask(region)) } }
                others = []
            }
            guard let silence else { return await ask(home) }
            return silence
        }
    }
}

extension Reading {
    /// Nobody answered; a refusal would be the same everywhere, this need not be.
    var isUnreachable: Bool {
        if case .unreachable = outcome { true } else { false }
    }
}
