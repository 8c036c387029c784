import Dispatch
import Foundation

/// The wish of whoever started the program that it end: SIGTERM or SIGINT.
enum StopSignal {
    static func wait() async {
        let signals = [SIGTERM, SIGINT]
        for number in signals { signal(number, SIG_IGN) }
        let sources = signals.map { DispatchSource.makeSignalSource(signal: $0) }
        let stream = AsyncStream<Void> { continuation in
            for source in sources {
                source.setEventHandler { continuation.finish() }
                source.resume()
            }
        }
        for await _ in stream {}
        for source in sources { source.cancel() }
    }
}
