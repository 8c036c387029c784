import AWSCore

/// Runs one piece of work for each item, so many at a time, and keeps the items' order.
enum Fanout {
    /// As many at once as a service in a region ever has in flight.
    static let width = 256

    static func map<Item: Sendable, Output: Sendable>(
        _ items: [Item], width: Int = Fanout.width, _ work: @escaping @Sendable (Item) async -> Output
    ) async -> [Output] {
        guard items.count > 1 else {
            guard let only = items.first else { return [] }
            return [await work(only)]
        }
        let next = Lock(0)
        let slots = Slots<Output>(count: items.count)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<min(width, items.count) {
                group.addTask {
                    while true {
                        let index = next.withLock { next in
                            defer { next += 1 }
                            return next
                        }
                        guard index < items.count else { return }
                        slots.fill(index, with: await work(items[index]))
                    }
                }
            }
        }
        return slots.taken()
    }

    /// One place for each output, filled in any order: outputs are large and many, so they are not moved about.
    private final class Slots<Output: Sendable>: @unchecked Sendable {
        // Each place is filled by one task alone, and read after all of them ended.
        private let places: UnsafeMutableBufferPointer<Output?>

        init(count: Int) {
            places = .allocate(capacity: count)
            places.initialize(repeating: nil)
        }

        deinit {
            places.deinitialize()
            places.deallocate()
        }

        func fill(_ index: Int, with output: Output) { places[index] = output }

        func taken() -> [Output] {
            [Output](unsafeUninitializedCapacity: places.count) { buffer, count in
                for index in places.indices {
                    guard let output = places[index].take() else { continue }
                    (buffer.baseAddress?.advanced(by: count))?.initialize(to: output)
                    count += 1
                }
            }
        }
    }
}
