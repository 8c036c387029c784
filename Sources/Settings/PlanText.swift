import Yams

/// The answers of a recovery's plan: the names of the questions, each with its answer.
package enum PlanText {
    package static func answers(_ yaml: String) throws(SettingsError) -> [String: String] {
        let root: Node?
        do { root = try Yams.compose(yaml: yaml) } catch { throw SettingsError(error) }
        guard let root, root.null == nil else { return [:] }
        guard let mapping = root.mapping else {
            throw SettingsError(root, "a plan holds the names of questions with their answers")
        }
        var answers: [String: String] = [:]
        for (key, value) in mapping {
            guard let name = key.string else { throw SettingsError(key, "the name of a question is a word") }
            guard let scalar = value.scalar else {
                throw SettingsError(value, "the answer to \(name) is one word or line")
            }
            answers[name] = scalar.string
        }
        return answers
    }
}
