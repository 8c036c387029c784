import AWSModel
import Ledger
import Posture

extension PostureSnapshot {
    /// The record as the ledger keeps it.
    init(_ record: PostureRecord) {
        self.init(
            takenAt: record.takenAt, account: record.account, partition: record.partition,
            answer: record.answer.rawValue, complete: record.complete, regions: record.regionsRead.sorted(),
            blindSpots: record.blindSpots.map(SnapshotBlindSpot.init),
            answers: record.scenarios.map { scenario in
                SnapshotAnswer(
                    threat: scenario.scenario.threat.rawValue, region: scenario.scenario.region,
                    answer: scenario.answer.rawValue, onPaper: scenario.onPaper, accepted: scenario.accepted,
                    counts: Dictionary(
                        uniqueKeysWithValues: scenario.counts.filter { $0.value > 0 }.map {
                            ($0.key.rawValue, $0.value)
                        }),
                    blindSpots: scenario.blindSpots.map(SnapshotBlindSpot.init),
                    verdicts: scenario.resources.map { resource in
                        SnapshotVerdict(
                            arn: resource.arn, type: resource.type, name: resource.name, region: resource.region,
                            verdict: resource.verdict.rawValue, assurance: resource.assurance?.rawValue,
                            accepted: resource.accepted, reason: resource.reason)
                    })
            })
    }
}

extension SnapshotBlindSpot {
    fileprivate init(_ spot: BlindSpot) { self.init(region: spot.region, what: spot.what, cause: spot.cause) }
}

extension BlindSpot {
    fileprivate init(_ spot: SnapshotBlindSpot) { self.init(region: spot.region, what: spot.what, cause: spot.cause) }
}

extension PostureRecord {
    /// - Throws: `Failure` for words that this version does not know.
    init(_ snapshot: PostureSnapshot) throws {
        func known<Word: RawRepresentable>(_ word: String, as type: Word.Type = Word.self) throws -> Word
        where Word.RawValue == String {
            guard let known = Word(rawValue: word) else {
                throw Failure.couldNotTell(
                    "snapshot \(snapshot.id ?? 0) says \"\(word)\", which this version does not know")
            }
            return known
        }
        self.init(
            takenAt: snapshot.takenAt, account: snapshot.account, partition: snapshot.partition,
            answer: try known(snapshot.answer), complete: snapshot.complete, regionsRead: Set(snapshot.regions),
            blindSpots: snapshot.blindSpots.map(BlindSpot.init),
            scenarios: try snapshot.answers.map { answer in
                ScenarioRecord(
                    scenario: Scenario(threat: try known(answer.threat), region: answer.region),
                    answer: try known(answer.answer), onPaper: answer.onPaper, accepted: answer.accepted,
                    counts: Dictionary(
                        uniqueKeysWithValues: try answer.counts.map { (try known($0.key, as: Verdict.self), $0.value) }),
                    blindSpots: answer.blindSpots.map(BlindSpot.init),
                    resources: try answer.verdicts.map { verdict in
                        ResourceRecord(
                            arn: verdict.arn, type: verdict.type, name: verdict.name, region: verdict.region,
                            verdict: try known(verdict.verdict), assurance: try verdict.assurance.map { try known($0) },
                            accepted: verdict.accepted, reason: verdict.reason)
                    })
            })
    }
}
