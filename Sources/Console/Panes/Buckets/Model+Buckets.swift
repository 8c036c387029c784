import Canvas

extension Model {
    var bucketsSummary: [[Span]] { [] }
}
