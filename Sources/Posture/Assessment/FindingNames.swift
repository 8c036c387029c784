/// The names of the findings of each resource, told in the order of ARNs: an index by ARN would weigh as much as the findings.
struct FindingNames {
    private let findings: [Finding]
    /// Places of findings, by resource and name.
    private var left: ArraySlice<Int>

    init(_ findings: [Finding]) {
        self.findings = findings
        left =
            findings.indices.sorted { a, b in
                let (one, other) = (findings[a].resource, findings[b].resource)
                return one != other ? one < other : findings[a].id < findings[b].id
            }[...]
    }

    /// The names of a resource's findings, sorted, each once.
    ///
    /// - Parameter arn: greater than all that were asked before.
    mutating func next(of arn: String) -> [String] {
        left = left.drop { findings[$0].resource < arn }
        var names: [String] = []
        while let place = left.first, findings[place].resource == arn {
            if names.last != findings[place].id { names.append(findings[place].id) }
            left.removeFirst()
        }
        return names
    }
}
