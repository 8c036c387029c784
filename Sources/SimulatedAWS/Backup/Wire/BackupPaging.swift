import Foundation

/// How the listings are cut into pages.
package struct BackupPaging: Hashable, Sendable {
    /// Rows of a page when the caller names no limit; 1…1000.
    package var defaultPageSize = 1000
    /// A fault: so many empty pages that carry a token come before each page of rows (6.10).
    package var emptyPages = 0

    package init(defaultPageSize: Int = 1000, emptyPages: Int = 0) {
        self.defaultPageSize = defaultPageSize
        self.emptyPages = emptyPages
    }
}

extension SimulatedBackup {
    /// A page of rows and the token of the next one.
    /// - Throws: `InvalidParameterValueException` for a token or a limit that is none.
    func page<Row>(
        _ rows: [Row], _ call: BackupCall, member: String, token: String = "nextToken", limit: String = "maxResults",
        minimumLimit: Int = 1, row: (Row) -> BackupJSON
    ) throws(BackupRefusal) -> BackupReply {
        var size = paging.defaultPageSize
        if let text = call.parameter(limit) {
            guard let asked = Int(text), (minimumLimit...1000).contains(asked) else {
                throw .invalidParameter("\(limit) must be between \(minimumLimit) and 1000: \(text)")
            }
            size = asked
        }
        var cursor = PageCursor(offset: 0, emptyPagesSeen: 0)
        if let text = call.parameter(token) {
            guard let read = PageCursor(token: text), read.offset <= rows.count else {
                throw .invalidParameter("The pagination token is not valid.")
            }
            cursor = read
        }
        if cursor.emptyPagesSeen < paging.emptyPages {
            cursor.emptyPagesSeen += 1
            return .members([member: .list([]), "NextToken": .text(cursor.token)])
        }
        let end = min(cursor.offset + size, rows.count)
        let next = end < rows.count ? PageCursor(offset: end, emptyPagesSeen: 0).token : nil
        return .members([member: .list(rows[cursor.offset..<end].map(row)), "NextToken": .text(next)])
    }
}

/// Where a listing goes on, as its opaque token.
private struct PageCursor {
    var offset: Int
    var emptyPagesSeen: Int

    init(offset: Int, emptyPagesSeen: Int) {
        self.offset = offset
        self.emptyPagesSeen = emptyPagesSeen
    }

    init?(token: String) {
        guard let data = Data(base64Encoded: token) else { return nil }
        let parts = String(decoding: data, as: UTF8.self).split(separator: ".").compactMap { Int($0) }
        guard parts.count == 2, parts[0] >= 0, parts[1] >= 0 else { return nil }
        self.init(offset: parts[0], emptyPagesSeen: parts[1])
    }

    var token: String { Data("\(offset).\(emptyPagesSeen)".utf8).base64EncodedString() }
}
