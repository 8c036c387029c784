extension Walkthrough {
    /// The resource that was named before it began, where it is asked for the first time: after a step back the choice
    /// is the operator's.
    package var named: String? {
        guard let question, question.name == "resource", entries[question.name] == nil,
            let preset = presets[question.name], question.initial == preset
        else { return nil }
        return preset
    }
}
