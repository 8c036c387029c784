import Dispatch

/// Waits on the main thread for asynchronous work that runs beside it.
enum Waiting {
    static func result<Value: Sendable>(of work: @escaping @Sendable () async throws -> Value) throws -> Value {
        let done = DispatchSemaphore(value: 0)
        let box = Box<Value>()
        Task.detached {
            do { box.result = .success(try await work()) } catch { box.result = .failure(error) }
            done.signal()
        }
        done.wait()
        guard let result = box.result else { throw Failure(code: .defect, sentence: "work ended without a result") }
        return try result.get()
    }

    /// Written before the signal and read after it.
    private final class Box<Value: Sendable>: @unchecked Sendable {
        var result: Result<Value, any Error>?
    }
}
