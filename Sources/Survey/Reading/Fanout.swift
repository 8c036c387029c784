import AWSCore

/// Runs one piece of work for each item, so many at a time.
enum Fanout {
    /// As many at once as a service in a region ever has in flight.
    static let width = 256

    /// What came of each item, in the items' order.
    static func map<Item: Sendable, Output: Sendable>(
        _ items: [Item], width: Int = Fanout.width, _ work: @escaping @Sendable (Item) async -> Output
    ) async -> [Output] {
        let slots = Slots<Output>(count: items.count)
        await each(0..<items.count, width: width) { slots.fill($0, with: await work(items[$0])) }
        return slots.taken()
    }

    /// Begins with the first item; the items may end in any order.
    static func each<Items: RandomAccessCollection & Sendable>(
        _ items: Items, width: Int = Fanout.width, _ work: @escaping @Sendable (Items.Element) async -> Void
    ) async where Items.Element: Sendable, Items.Index: Sendable {
        guard items.count > 1 else {
            if let only = items.first { await work(only) }
            return
        }
        let next = Lock(items.startIndex)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<min(width, items.count) {
                group.addTask {
                    while true {
                        let index = next.withLock { next -> Items.Index? in
                            guard next < items.endIndex else { return nil }
                            defer { items.formIndex(after: &next) }
                            return next
                        }
                        guard let index else { return }
                        await work(items[index])
                    }
                }
            }
        }
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
