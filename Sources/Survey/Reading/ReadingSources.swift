import AWSCore
import AWSModel
import Posture

/// The sources of a survey's readings, each once: there are few, and up to a million readings.
final class ReadingSources: Sendable {
    private struct Key: Hashable, Sendable {
        let call: String
        let region: Region
    }

    private let known = Lock<[Key: ReadingSource]>([:])

    func source(_ call: String, in region: Region) -> ReadingSource {
        known.withLock { known in
            let key = Key(call: call, region: region)
            if let source = known[key] { return source }
            let source = ReadingSource(call: call, region: region)
            known[key] = source
            return source
        }
    }
}
