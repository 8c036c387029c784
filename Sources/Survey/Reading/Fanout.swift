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
        return await withTaskGroup(of: [(Int, Output)].self) { group in
            for _ in 0..<min(width, items.count) {
                group.addTask {
                    var done: [(Int, Output)] = []
                    while true {
                        let index = next.withLock { next in
                            defer { next += 1 }
                            return next
                        }
                        guard index < items.count else { return done }
                        done.append((index, await work(items[index])))
                    }
                }
            }
            var outputs = [Output?](repeating: nil, count: items.count)
            for await done in group {
                for (index, output) in done { outputs[index] = output }
            }
            return outputs.compactMap(\.self)
        }
    }
}
