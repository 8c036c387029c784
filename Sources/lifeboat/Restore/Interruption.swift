import AWSCore
import Dispatch
import Foundation

/// An end of a walkthrough by a signal: what is under way is told, and the program ends as by the signal.
enum Interruption {
    private static let isEnding = Lock(false)
    /// Nothing is ever said on it: the signal ends the program.
    private static let end = AsyncStream<Never>.makeStream()

    /// Takes the signals over.
    ///
    /// - Parameters:
    ///   - words: how to go on.
    ///   - letGo: gives back the right to act, once nothing is sent any more; it is waited for, and not for long.
    static func announce(_ words: String, letGo: @escaping @Sendable () async -> Void) {
        StopSignal.listen()
        // A thread of its own, for whoever types holds one of those that tasks share.
        Thread.detachNewThread {
            let number = StopSignal.next()
            isEnding.withLock { $0 = true }
            Output.error("\n\(words)\n")
            let isDone = DispatchSemaphore(value: 0)
            Task.detached {
                await letGo()
                isDone.signal()
            }
            _ = isDone.wait(timeout: .now() + 3)
            signal(number, SIG_DFL)
            kill(getpid(), number)
        }
    }

    /// Leaves the end of the program to the signal, where one has come: what ends because of it has no other last word.
    static func giveWay() async {
        guard isEnding.withLock({ $0 }) else { return }
        for await _ in end.stream {}
    }
}
