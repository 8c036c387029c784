package import Canvas

/// A line that is being typed.
package struct TextInput: Hashable, Sendable {
    package private(set) var text: String
    /// Characters before the cursor.
    package private(set) var cursor: Int

    package init(_ text: String = "") {
        self.text = text
        cursor = text.count
    }

    package mutating func replace(with text: String) { self = TextInput(text) }

    package mutating func insert(_ new: String) {
        let clean = new.filter { !$0.isNewline }
        text.insert(contentsOf: clean, at: text.index(text.startIndex, offsetBy: cursor))
        cursor += clean.count
    }

    /// - Returns: whether the key was one that edits.
    package mutating func take(_ key: Key) -> Bool {
        switch key {
        case .character(let character): insert(String(character))
        case .left: cursor = max(cursor - 1, 0)
        case .right: cursor = min(cursor + 1, text.count)
        case .home: cursor = 0
        case .end: cursor = text.count
        case .backspace: remove(before: 1)
        case .delete:
            guard cursor < text.count else { return true }
            cursor += 1
            remove(before: 1)
        case .control("u"): remove(before: cursor)
        case .control("w"):
            let head = text.prefix(cursor)
            let trimmed = head.reversed().drop { $0 == " " }.drop { $0 != " " }
            remove(before: cursor - trimmed.count)
        default: return false
        }
        return true
    }

    private mutating func remove(before count: Int) {
        let count = min(count, cursor)
        let end = text.index(text.startIndex, offsetBy: cursor)
        text.removeSubrange(text.index(end, offsetBy: -count)..<end)
        cursor -= count
    }
}
