import ArgumentParser
import Foundation

// With an async root command even synchronous ones would run off the main thread, so the root is synchronous and the
// async ones run in a task.
Memory.shareArenas()
Output.claimStreams()
signal(SIGPIPE, SIG_IGN)
// A limit of file sizes is an error of the write, and no end of the program.
signal(SIGXFSZ, SIG_IGN)
do {
    var command = try Lifeboat.parseAsRoot()
    if var asynchronous = command as? any AsyncParsableCommand {
        let done = DispatchSemaphore(value: 0)
        Task.detached {
            do {
                try await asynchronous.run()
            } catch {
                Lifeboat.end(running: error)
            }
            done.signal()
        }
        done.wait()
    } else {
        do { try command.run() } catch { Lifeboat.end(running: error) }
    }
} catch {
    Lifeboat.exit(withError: error)
}
