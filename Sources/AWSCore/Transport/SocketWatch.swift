import CCurl
import Glibc

/// The sockets that libcurl wants watched, and the moment by which it wants to be called: epoll for the one, a deadline
/// for the other. The loop's thread alone touches it, but for `wake`.
///
/// libcurl's own poll looks at every transfer in each round: with 256 under way that was a fifth of all CPU.
final class SocketWatch {
    private static let mostEvents = 256

    private let epoll: Int32
    private let alarm: Int32
    private var deadline: ContinuousClock.Instant?
    private var ready = [lifeboat_ready](repeating: lifeboat_ready(), count: SocketWatch.mostEvents)

    init() {
        epoll = lifeboat_epoll_create()
        alarm = lifeboat_alarm_create(epoll)
        precondition(epoll >= 0 && alarm >= 0, "the system has no descriptors left")
    }

    deinit {
        close(epoll)
        close(alarm)
    }

    /// Makes a wait return at once; may be called from any thread.
    func wake() { lifeboat_alarm_ring(alarm) }

    /// What libcurl asks of a socket: `CURL_POLL_IN`, `_OUT`, `_INOUT` or `_REMOVE`.
    func watch(_ socket: Int32, _ what: Int32) { lifeboat_epoll_watch(epoll, socket, what) }

    /// libcurl wants to be called after so long; a negative number takes the wish back.
    func setTimer(milliseconds: Int) {
        deadline = milliseconds < 0 ? nil : ContinuousClock.now + .milliseconds(milliseconds)
    }

    /// Whether libcurl's deadline has come; it is then over.
    func takeDueTimer() -> Bool {
        guard let deadline, deadline <= .now else { return false }
        self.deadline = nil
        return true
    }

    /// The sockets that are ready, after waiting for one, for the deadline, for `wake` or for so long.
    func wait(atMost limit: Duration?) -> ArraySlice<lifeboat_ready> {
        let count = lifeboat_epoll_wait(epoll, alarm, &ready, Int32(Self.mostEvents), timeout(atMost: limit))
        return ready.prefix(Int(count))
    }

    /// Milliseconds to the deadline and no longer than the limit, rounded up; -1 without either.
    private func timeout(atMost limit: Duration?) -> Int32 {
        guard deadline != nil || limit != nil else { return -1 }
        let toDeadline = deadline.map { ContinuousClock.now.duration(to: $0) } ?? .seconds(3_600)
        let left = min(toDeadline, limit ?? .seconds(3_600)).components
        guard left.seconds >= 0, left.attoseconds > 0 || left.seconds > 0 else { return 0 }
        return Int32(clamping: left.seconds * 1_000 + left.attoseconds / 1_000_000_000_000_000 + 1)
    }
}

/// Told by libcurl which socket to watch; `context` is the watch.
func curlSocket(
    _ easy: UnsafeMutableRawPointer?, _ socket: Int32, _ what: Int32, _ context: UnsafeMutableRawPointer?,
    _ perSocket: UnsafeMutableRawPointer?
) -> Int32 {
    if let context { Unmanaged<SocketWatch>.fromOpaque(context).takeUnretainedValue().watch(socket, what) }
    return 0
}

/// Told by libcurl when to call it at the latest.
func curlTimer(_ multi: UnsafeMutableRawPointer?, _ milliseconds: Int, _ context: UnsafeMutableRawPointer?) -> Int32 {
    if let context {
        Unmanaged<SocketWatch>.fromOpaque(context).takeUnretainedValue().setTimer(milliseconds: milliseconds)
    }
    return 0
}
