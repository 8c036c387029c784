import Dispatch
import Foundation

/// The wish of whoever started the program that it end: SIGTERM or SIGINT.
enum StopSignal {
    /// The ends of the pipe that the handler writes to; set before it is installed, and never again.
    private nonisolated(unsafe) static var alarm: Int32 = -1

    private nonisolated(unsafe) static var reader: Int32 = -1

    /// Takes the signals over; call it before anybody can know that the program runs.
    static func listen() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return }
        (reader, alarm) = (ends[0], ends[1])
        for number in [SIGTERM, SIGINT] {
            // A handler may do little; one byte into a pipe is what it may.
            signal(number) { number in
                var byte = UInt8(truncatingIfNeeded: number)
                _ = write(StopSignal.alarm, &byte, 1)
            }
        }
    }

    /// Waits for the first of them.
    static func wait() async {
        guard reader >= 0 else { return }
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                _ = next()
                continuation.resume()
            }
        }
    }

    /// Holds the thread until the first of them comes.
    ///
    /// - Returns: Its number.
    static func next() -> Int32 {
        var byte = UInt8(SIGTERM)
        while read(reader, &byte, 1) < 0, errno == EINTR {}
        return Int32(byte)
    }
}
