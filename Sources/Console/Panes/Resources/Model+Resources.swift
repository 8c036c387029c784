import Canvas

extension Model {
    var resourcesSummary: [[Span]] { [] }
}
