import Dispatch
import Foundation

/// An end of a walkthrough by a signal: what is under way is told, and the program ends as by the signal.
enum Interruption {
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
}
