import Posture
import Yams

/// Reads what is accepted: a text that ends with its review date, or a reason and a review by themselves.
enum AcceptanceNode {
    static func acceptance(_ node: Node) throws(SettingsError) -> Acceptance {
        if let mapping = node.mapping { return try acceptance(mapping, node) }
        let text = try ObjectivesNode.word(node, of: "accept")
        let words = text.split(whereSeparator: \.isWhitespace)
        let dates = words.indices.filter { index in
            index > 0 && bare(words[index - 1]).lowercased() == "review" && words[index].first?.isNumber == true
        }
        guard let place = dates.last else {
            throw SettingsError(node, "accept has no review date: it ends like \"..., review 2027-04-01\"")
        }
        guard dates.count == 1 else { throw SettingsError(node, "accept has more than one review date") }
        let review = try day(bare(words[place]), node)
        // Shown with the reason, the date need not stand in it too.
        let reason = place == words.count - 1 ? words[..<(place - 1)] : words[...]
        return try acceptance(trimmed(reason.joined(separator: " ")), review, node)
    }

    private static func acceptance(_ mapping: Node.Mapping, _ node: Node) throws(SettingsError) -> Acceptance {
        var reason: String?
        var review: CivilDate?
        for (key, value) in mapping {
            switch key.string {
            case "reason": reason = trimmed(try ObjectivesNode.word(value, of: "reason"))
            case "review": review = try day(try ObjectivesNode.word(value, of: "review"), value)
            default:
                throw SettingsError(key, "accept has no \"\(key.string ?? "?")\": it has reason and review")
            }
        }
        guard let review else { throw SettingsError(node, "accept has no review date") }
        return try acceptance(reason ?? "", review, node)
    }

    private static func acceptance(
        _ reason: String, _ review: CivilDate, _ node: Node
    ) throws(SettingsError) -> Acceptance {
        guard !reason.isEmpty else { throw SettingsError(node, "accept has no reason") }
        return Acceptance(reason: reason, review: review)
    }

    private static func day(_ text: String, _ node: Node) throws(SettingsError) -> CivilDate {
        guard let day = CivilDate(iso: text) else {
            throw SettingsError(node, "review \"\(text)\" is not a day, which reads like 2027-04-01")
        }
        return day
    }

    /// A word without the punctuation around it.
    private static func bare(_ word: Substring) -> String {
        let marks: Set<Character> = [",", ";", ".", ":", "(", ")", "[", "]"]
        return String(word.drop(while: marks.contains).reversed().drop(while: marks.contains).reversed())
    }

    private static func trimmed(_ text: String) -> String {
        let marks: Set<Character> = [" ", ",", ";", ":", "(", "\n", "\t"]
        return String(text.reversed().drop(while: marks.contains).reversed().drop(while: marks.contains))
    }
}
