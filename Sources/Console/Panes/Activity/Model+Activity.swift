import Canvas

extension Model {
    var activitySummary: [[Span]] { [] }
    func activityDetail(_ row: Int) -> [[Span]] { [] }
    /// The log of the incident as text, for a file.
    var activityLog: String { "" }
}
