import AWSCore
import Foundation

/// A server on 127.0.0.1 that answers each request with the bytes a test gives, one thread a connection.
final class LoopbackServer: @unchecked Sendable {
    /// What to send for a request, its head and body as text; nil sends nothing and keeps the connection open, an empty
    /// text sends nothing and closes it.
    typealias Answer = @Sendable (_ request: String) -> String?

    let port: Int
    private let listener: Int32
    private let answer: Answer
    private let accepted = Lock(0)

    /// How many connections were made.
    var connections: Int { accepted.withLock { $0 } }
    var origin: HTTPOrigin { HTTPOrigin(scheme: "http", host: "127.0.0.1", port: port) }

    struct Failed: Error {}

    init(_ answer: @escaping Answer) throws {
        self.answer = answer
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        listener = descriptor
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(descriptor, generic, size) == 0 && listen(descriptor, 512) == 0
                    && getsockname(descriptor, generic, &size) == 0
            }
        }
        guard bound else { throw Failed() }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { self.accept() }
    }

    func close() { shutdown(listener, Int32(SHUT_RDWR)) }

    private func accept() {
        while true {
            let connection = Glibc.accept(listener, nil, nil)
            guard connection >= 0 else { return }
            accepted.withLock { $0 += 1 }
            Thread.detachNewThread { self.serve(connection) }
        }
    }

    private func serve(_ connection: Int32) {
        defer { Glibc.close(connection) }
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            while let request = Self.takeRequest(from: &received) {
                guard let reply = answer(request) else { continue }
                if reply.isEmpty { return }
                let bytes = Array(reply.utf8)
                guard send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else { return }
                // A reply that says so is the connection's last.
                if reply.contains("Connection: close") { return }
            }
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return }
            received += buffer[..<count]
        }
    }

    /// The first whole request, head and body.
    private static func takeRequest(from received: inout [UInt8]) -> String? {
        let text = String(decoding: received, as: UTF8.self)
        guard let headEnd = text.range(of: "\r\n\r\n") else { return nil }
        let head = text[..<headEnd.lowerBound]
        let length =
            head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
            .flatMap { Int($0.split(separator: ":")[1].trimmingCharacters(in: .whitespaces)) } ?? 0
        let whole = head.utf8.count + 4 + length
        guard received.count >= whole else { return nil }
        defer { received.removeFirst(whole) }
        return String(decoding: received[..<whole], as: UTF8.self)
    }
}

extension LoopbackServer {
    /// A 200 with a body.
    static func ok(_ body: String, headers: String = "") -> String {
        "HTTP/1.1 200 OK\r\n\(headers)Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }
}
