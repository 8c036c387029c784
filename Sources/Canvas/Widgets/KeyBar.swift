/// Keys and what they do, the most important first; whole pairs only.
package struct KeyBar: Widget {
    package struct Item: Hashable, Sendable {
        package var key: String
        package var title: String

        package init(key: String, title: String) {
            self.key = key
            self.title = title
        }
    }

    private let items: [Item]

    package init(_ items: [Item]) { self.items = items }

    package func draw(in area: Area, on frame: inout Frame) {
        frame.fill(area, style: Style(.bar))
        var rest = area
        for item in items {
            let width = item.key.columns + item.title.columns + 3
            guard width <= rest.columns else { continue }
            let place = rest.takeLeft(width)
            SpanLine([Span(" "), Span(item.key, .key), Span(" \(item.title) ", .bar)]).draw(in: place, on: &frame)
        }
    }
}
