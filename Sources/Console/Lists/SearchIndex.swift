import Canvas

/// The text of every row of a list in lower case, made once for all filters of it.
package struct SearchIndex: Sendable {
    private let columns: [ListColumn]
    /// All rows' cells, one after the other, each ended by a zero.
    private let bytes: [UInt8]
    /// Where each cell begins: `rows * columns` and the end.
    private let starts: [Int32]

    package init(of contents: any ListContents) {
        columns = contents.columns
        var bytes: [UInt8] = []
        var starts: [Int32] = []
        starts.reserveCapacity(contents.count * columns.count + 1)
        for row in 0..<contents.count {
            for cell in contents.cells(at: row) {
                starts.append(Int32(bytes.count))
                bytes.append(contentsOf: cell.text.lowercased().utf8)
                bytes.append(0)
            }
        }
        starts.append(Int32(bytes.count))
        self.bytes = bytes
        self.starts = starts
    }

    /// Whether every term of the filter holds for a row.
    package func matches(_ filter: Filter, row: Int) -> Bool {
        filter.terms.allSatisfy { contains($0, row: row) != $0.isInverted }
    }

    private func contains(_ term: Filter.Term, row: Int) -> Bool {
        let first = row * columns.count
        guard let name = term.column, let column = columns.firstIndex(where: { $0.name == name }) else {
            return contains(term.needle, from: starts[first], to: starts[first + columns.count])
        }
        return contains(
            term.needle, from: starts[first + column], to: starts[first + column + 1],
            atWordStart: columns[column].isOfWords)
    }

    private func contains(
        _ needle: String, from start: Int32, to end: Int32, atWordStart: Bool = false
    ) -> Bool {
        let needle = Array(needle.utf8)
        let last = Int(end) - needle.count
        guard let head = needle.first, Int(start) <= last else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            var place = Int(start)
            while place <= last {
                if bytes[place] == head, needle.indices.allSatisfy({ bytes[place + $0] == needle[$0] }),
                    !atWordStart || place == Int(start) || !Self.isOfWord(bytes[place - 1])
                {
                    return true
                }
                place += 1
            }
            return false
        }
    }

    /// A letter, a digit, or a part of what is neither in ASCII.
    private static func isOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: true
        default: false
        }
    }
}
