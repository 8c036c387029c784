import AWSModel

/// Some objects of a listing, evenly from its first to its last, however long it is.
struct ObjectSample {
    let size: Int
    private(set) var seen = 0
    private(set) var bytes: Int64 = 0
    private var kept: [ObjectSummary] = []
    /// Of those that have a byte to read, one in so many is kept.
    private var step = 1
    private var readable = 0

    init(size: Int) { self.size = max(1, size) }

    mutating func add(_ object: ObjectSummary) {
        seen += 1
        bytes += object.size.bytes
        guard object.size.bytes > 0 else { return }
        defer { readable += 1 }
        guard readable.isMultiple(of: step) else { return }
        kept.append(object)
        guard kept.count > size * 2 else { return }
        kept = kept.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
        step *= 2
    }

    /// At most `size`.
    var chosen: [ObjectSummary] {
        let count = min(size, kept.count)
        return (0..<count).map { kept[$0 * kept.count / count] }
    }
}
