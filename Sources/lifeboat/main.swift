import ArgumentParser
import Foundation

// With an async root command even synchronous ones would run off the main thread, so the root is synchronous and the
// async ones run in a task.
signal(SIGPIPE, SIG_IGN)
do {
    var command = try Lifeboat.parseAsRoot()
    if var asynchronous = command as? any AsyncParsableCommand {
        let done = DispatchSemaphore(value: 0)
        Task.detached {
            do {
                try await asynchronous.run()
            } catch {
                Lifeboat.end(error)
            }
            done.signal()
        }
        done.wait()
    } else {
        try command.run()
    }
} catch {
    Lifeboat.end(error)
}
