import AWSCore
import Foundation

/// What a Describe of EC2 lists: rows that filters choose from, told in pages.
struct EC2Listing {
    /// `volumeSet`
    let name: String
    /// Names of the filters that it knows besides those of tags.
    let filters: [String]
    var rows: [Row]

    struct Row {
        /// What the filters compare, by the filter's name.
        let fields: [String: [String]]
        let tags: [String: String]
        let document: [XMLElement]
    }

    /// - Parameter isNamed: rows were asked for by id, and come in one page.
    func reply(to input: FormParameters, isNamed: Bool) throws(ServiceError) -> HTTPResponse {
        let found = try filtered(by: input)
        guard let limit = input["MaxResults"].flatMap({ Int($0) }) else {
            return EC2Reply.reply(input.action, [.node(name, found.map { .node("item", $0.document) })])
        }
        guard !isNamed else {
            throw ServiceError(
                400, "InvalidParameterCombination", "The parameter MaxResults cannot be used with a list of ids")
        }
        guard limit >= 5 else {
            throw ServiceError(
                400, "InvalidParameterValue",
                "Value ( \(limit) ) for parameter maxResults is invalid. Expecting a value greater than 5.")
        }
        let start = try offset(input["NextToken"], in: found.count)
        let end = min(start + min(limit, 1000), found.count)
        var children: [XMLElement] = [.node(name, found[start..<end].map { .node("item", $0.document) })]
        if end < found.count {
            children.append(.leaf("nextToken", Data("\(name) \(end)".utf8).base64EncodedString()))
        }
        return EC2Reply.reply(input.action, children)
    }

    private func filtered(by input: FormParameters) throws(ServiceError) -> [Row] {
        var found = rows
        var index = 1
        while let filter = input["Filter.\(index).Name"] {
            let wanted = input.list("Filter.\(index).Value").map(Wildcard.init)
            func holds(_ values: [String]) -> Bool {
                values.contains { value in wanted.contains { $0.matches(value) } }
            }
            if filter.hasPrefix("tag:") {
                let key = String(filter.dropFirst("tag:".count))
                found.removeAll { row in !holds(row.tags[key].map { [$0] } ?? []) }
            } else if filter == "tag-key" {
                found.removeAll { row in !holds(Array(row.tags.keys)) }
            } else if filters.contains(filter) {
                found.removeAll { row in !holds(row.fields[filter] ?? []) }
            } else {
                throw ServiceError(400, "InvalidParameterValue", "The filter '\(filter)' is invalid")
            }
            index += 1
        }
        return found
    }

    private func offset(_ token: String?, in count: Int) throws(ServiceError) -> Int {
        guard let token, !token.isEmpty else { return 0 }
        let words = Data(base64Encoded: token).map { String(decoding: $0, as: UTF8.self) }?.split(separator: " ")
        guard words?.count == 2, words?.first == name[...], let offset = words?.last.flatMap({ Int($0) }),
            (0...count).contains(offset)
        else { throw ServiceError(400, "InvalidParameterValue", "Unable to parse pagination token") }
        return offset
    }
}
