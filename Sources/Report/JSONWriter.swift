import AWSModel

/// Writes JSON piece by piece, members in the order in which they are given.
struct JSONWriter {
    enum Layout { case inline, lines }

    private let stream: ReportStream
    /// One for each open object or array.
    private var open: [(layout: Layout, isEmpty: Bool)] = []
    private var afterKey = false

    init(to stream: ReportStream) { self.stream = stream }

    /// With `lines` each member stands on a line of its own, indented.
    mutating func object(_ layout: Layout = .inline, _ members: (inout JSONWriter) -> Void) {
        container("{", "}", layout, members)
    }
    mutating func array<Element>(
        _ elements: some Sequence<Element>, _ layout: Layout = .inline, _ each: (inout JSONWriter, Element) -> Void
    ) {
        container("[", "]", layout) { json in
            for element in elements { each(&json, element) }
        }
    }
    /// What is written next is the member's value.
    mutating func key(_ name: String) {
        separate()
        quote(name)
        stream.write(": ")
        afterKey = true
    }

    mutating func value(_ text: String?) {
        separate()
        if let text { quote(text) } else { stream.write("null") }
    }
    mutating func value(_ number: Int64) {
        separate()
        stream.write(String(number))
    }
    mutating func value(_ truth: Bool) {
        separate()
        stream.write(truth ? "true" : "false")
    }

    mutating func member(_ name: String, _ text: String?) {
        key(name)
        value(text)
    }
    mutating func member(_ name: String, _ number: Int) {
        key(name)
        value(Int64(number))
    }
    mutating func member(_ name: String, _ truth: Bool) {
        key(name)
        value(truth)
    }
    mutating func member(_ name: String, _ texts: [String]) {
        key(name)
        array(texts) { $0.value($1) }
    }

    private mutating func container(
        _ start: String, _ end: String, _ layout: Layout, _ members: (inout JSONWriter) -> Void
    ) {
        separate()
        stream.write(start)
        open.append((layout, true))
        members(&self)
        let isEmpty = open.removeLast().isEmpty
        if layout == .lines && !isEmpty { newLine() }
        stream.write(end)
    }

    /// What stands between the value before and this one.
    private mutating func separate() {
        if afterKey {
            afterKey = false
            return
        }
        guard let (layout, isEmpty) = open.last else { return }
        open[open.count - 1].isEmpty = false
        if !isEmpty { stream.write(layout == .lines ? "," : ", ") }
        if layout == .lines { newLine() }
    }
    private func newLine() { stream.write("\n" + String(repeating: "  ", count: open.count)) }

    private func quote(_ text: String) { stream.write(text.jsonQuoted) }
}
