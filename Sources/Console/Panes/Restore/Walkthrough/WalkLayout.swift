import Canvas

/// Where a page of a walkthrough stands: its heading stays, what is below it scrolls.
struct WalkLayout {
    let path: Area
    let rule: Area
    /// The heading, wrapped.
    let heading: [[Span]]
    let head: Area
    let text: [[Span]]
    let body: Area
    /// Why the last answer was not taken, as long as it leaves room for what is asked.
    let fault: [[Span]]
    let foot: Area
    /// The first line of the text that is seen.
    let offset: Int
    /// As far as it goes.
    let lastOffset: Int

    init(_ model: Model, _ state: WalkState, in area: Area) {
        var rest = area
        path = rest.takeTop(1)
        rule = rest.takeTop(1)
        let wide = area.columns
        fault =
            state.fault.map { fault in
                Array(ScrollingText([[Span(" ✗ \(fault)", .bad)]], offset: 0).lines(width: wide).prefix(3))
            } ?? []
        let lines = state.isTyped ? max(fault.count, 1) + 1 : fault.count
        foot = rest.takeBottom(min(lines, rest.rows))
        let page = WalkPage(model, state)
        rest = rest.inset(columns: 1, rows: 0)
        let width = rest.columns
        func height(_ paragraphs: some Sequence<[Span]>) -> Int {
            ScrollingText(Array(paragraphs), offset: 0).lineCount(width: width)
        }
        heading = Array(
            ScrollingText(Array(page.lines.prefix(page.headings)), offset: 0).lines(width: width)
                .prefix(max(rest.rows / 2, 1)))
        head = rest.takeTop(heading.count)
        body = rest
        let below = Array(page.lines.dropFirst(page.headings))
        text = below
        lastOffset = max(height(below) - body.rows, 0)
        var wanted = state.offset ?? 0
        if state.offset == nil, let selected = page.selectedLines {
            // The chosen line stays in sight, and its details as far as there is room for both.
            let upper = height(below.prefix(max(selected.upperBound - page.headings, 0)))
            let lower = height(below.prefix(max(selected.lowerBound - page.headings, 0)))
            wanted = min(upper - body.rows, lower)
        }
        offset = min(max(wanted, 0), lastOffset)
    }

    /// Where the page stands once it was scrolled by so many lines.
    func scrolled(by lines: Int) -> Int { min(max(offset + lines, 0), lastOffset) }

    /// Lines of one screen, and one that was seen already.
    var screenful: Int { max(body.rows - 1, 1) }
}

extension Model {
    func walkLayout(_ state: WalkState) -> WalkLayout { WalkLayout(self, state, in: ScreenLayout(self).body) }
}
