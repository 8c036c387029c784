import Canvas

extension Model {
    var replicationSummary: [[Span]] { [] }
    func replicationDetail(_ row: Int) -> [[Span]] { [] }
}
