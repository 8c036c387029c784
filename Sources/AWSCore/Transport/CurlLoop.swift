import CCurl
import Foundation

/// The thread that owns libcurl's multi handle: takes commands from an inbox, drives transfers, ends them.
final class CurlLoop: @unchecked Sendable {
    enum Command: Sendable {
        case start(CurlTransfer)
        case cancel(CurlTransfer)
        case stop
    }

    /// Connections kept open; S3's virtual hosts need one a bucket.
    private static let keptConnections = 512

    private struct Inbox: Sendable {
        var commands: [Command] = []
        /// Set when the loop ends: its handle is then gone.
        var isClosed = false
    }

    /// From so many transfers on they are served in batches, half a millisecond apart.
    private static let crowd = 32
    private static let gatheringNanoseconds = 500_000
    /// Between two looks for transfers that are overdue.
    private static let lookout: Duration = .milliseconds(200)

    private let inbox = Lock(Inbox())
    private let multi: UnsafeMutableRawPointer
    private let watch = SocketWatch()
    private let options: CurlOptions
    /// The loop's thread alone touches these three.
    private var active: [ObjectIdentifier: CurlTransfer] = [:]
    private var lookedOut = ContinuousClock.now
    private var idleHandles: [UnsafeMutableRawPointer] = []

    init(options: CurlOptions) {
        _ = Self.globalInitialisation
        guard let multi = curl_multi_init() else { preconditionFailure("libcurl has no memory for a multi handle") }
        self.multi = multi
        var options = options
        if options.caBundle == nil {
            options.caBundle = CurlOptions.systemBundles.first { FileManager.default.isReadableFile(atPath: $0) }
        }
        self.options = options
        lifeboat_multi_setopt_long(multi, CURLMOPT_MAXCONNECTS, Self.keptConnections)
        lifeboat_multi_set_watcher(multi, curlSocket, curlTimer, Unmanaged.passUnretained(watch).toOpaque())
    }

    func start() {
        let thread = Thread { self.run() }
        thread.name = "curl"
        thread.start()
    }

    func stop() { post(.stop) }

    func post(_ command: Command) {
        let isClosed = inbox.withLock { inbox in
            guard !inbox.isClosed else { return true }
            inbox.commands.append(command)
            // Within the lock, for the loop may end as soon as it is released.
            if inbox.commands.count == 1 { watch.wake() }
            return false
        }
        if isClosed, case .start(let transfer) = command { transfer.finish(.failure(.cancelled)) }
    }

    private func run() {
        var running: Int32 = 0
        while drainInbox() {
            if active.count >= Self.crowd { gather() }
            if watch.takeDueTimer() { curl_multi_socket_action(multi, CURL_SOCKET_BAD, 0, &running) }
            endFinished()
            for event in watch.wait(atMost: active.isEmpty ? nil : Self.lookout) {
                curl_multi_socket_action(multi, event.socket, event.readiness, &running)
            }
            endFinished()
            endOverdue()
        }
        let late = inbox.withLock { inbox in
            inbox.isClosed = true
            return inbox.commands
        }
        for case .start(let transfer) in late { transfer.finish(.failure(.cancelled)) }
        active.values.forEach { end($0, .failure(.cancelled)) }
        idleHandles.forEach { curl_easy_cleanup($0) }
        curl_multi_cleanup(multi)
    }

    /// Lets more replies and requests come in, so that threads are not woken for each alone.
    private func gather() {
        var pause = timespec(tv_sec: 0, tv_nsec: Self.gatheringNanoseconds)
        nanosleep(&pause, nil)
    }

    /// False when the loop is to end.
    private func drainInbox() -> Bool {
        let commands = inbox.withLock { inbox in
            defer { inbox.commands = [] }
            return inbox.commands
        }
        var goesOn = true
        for command in commands {
            switch command {
            case .start(let transfer): begin(transfer)
            case .cancel(let transfer):
                if active[ObjectIdentifier(transfer)] != nil { end(transfer, .failure(.cancelled)) }
            case .stop: goesOn = false
            }
        }
        return goesOn
    }

    private func begin(_ transfer: CurlTransfer) {
        guard let easy = idleHandles.popLast() ?? freshHandle() else {
            return transfer.finish(.failure(.other("libcurl has no memory for a transfer")))
        }
        transfer.configure(easy, options: options)
        active[ObjectIdentifier(transfer)] = transfer
        let added = curl_multi_add_handle(multi, easy)
        if added != CURLM_OK { end(transfer, .failure(.other(String(cString: curl_multi_strerror(added))))) }
    }

    private func freshHandle() -> UnsafeMutableRawPointer? {
        guard let easy = curl_easy_init() else { return nil }
        CurlTransfer.prepare(easy, options: options)
        return easy
    }

    private func endFinished() {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle,
                let context = lifeboat_private(easy)
            else { continue }
            let transfer = Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
            end(transfer, transfer.outcome(of: lifeboat_message_result(message)))
        }
    }

    private func endOverdue() {
        let now = ContinuousClock.now
        guard now - lookedOut >= Self.lookout else { return }
        lookedOut = now
        for transfer in Array(active.values) {
            if let error = transfer.overdue(at: now) { end(transfer, .failure(error)) }
        }
    }

    private func end(_ transfer: CurlTransfer, _ result: Result<HTTPResponse, TransportError>) {
        if let easy = transfer.easy {
            curl_multi_remove_handle(multi, easy)
            transfer.detach(from: easy)
            idleHandles.append(easy)
        }
        transfer.finish(result)
        active[ObjectIdentifier(transfer)] = nil
    }

    private static let globalInitialisation: Bool = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
}
