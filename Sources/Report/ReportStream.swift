/// Collects what is written and hands it on in chunks, so that a report never stands in memory as a whole.
final class ReportStream {
    private let sink: (String) -> Void
    private var buffer = ""

    init(to sink: @escaping (String) -> Void) {
        self.sink = sink
        buffer.reserveCapacity(Self.chunk + 4_096)
    }

    func write(_ text: some StringProtocol) {
        buffer.append(contentsOf: text)
        if buffer.utf8.count >= Self.chunk { flush() }
    }

    func flush() {
        guard !buffer.isEmpty else { return }
        sink(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    /// Bytes.
    private static let chunk = 32_768
}
