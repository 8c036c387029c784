import ArgumentParser
import Posture
import Survey

/// What is asked of the account besides its settings: each of it costs something, so it is asked on demand.
struct AskedBesides: Sendable {
    /// Sizes and request metrics of buckets.
    var costs = false
    /// How many objects of each bucket; 0 is none.
    var sampledObjects = 0
    /// The buckets that are meant; nil is all.
    var only: (@Sendable (Inventory) -> Set<String>)?

    func read(_ survey: AccountSurvey, into inventory: inout Inventory) async {
        let judged = inventory
        let names = only?(judged)
        async let usage = costs ? survey.usage(of: judged, only: names) : nil
        let samples =
            sampledObjects > 0 ? await survey.objectSamples(of: judged, size: sampledObjects, only: names) : nil
        inventory.usage = await usage
        inventory.objectSamples = samples
    }
}

/// Whether objects are looked at.
struct SamplingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Ask so many objects of each bucket that replicates or locks them whether they did and are, 1 to 100; "
                + "reads no content, needs s3:GetObject and s3:GetObjectRetention.", valueName: "count"))
    var sampleObjects: Int?

    var count: Int { sampleObjects ?? 0 }

    /// What a snapshot does not hold cannot be asked of it.
    func mustAskNobody() throws {
        guard sampleObjects == nil else {
            throw ValidationError("--snapshot asks nobody: it takes no --sample-objects.")
        }
    }

    func validate() throws {
        guard let sampleObjects, !(1...100).contains(sampleObjects) else { return }
        throw ValidationError("--sample-objects takes a number from 1 to 100.")
    }
}
