import AWSCore
import AWSModel
import Foundation

/// What a Describe of RDS lists: rows that filters choose from, told in pages.
struct RDSListing {
    /// `DBInstances`
    let name: String
    /// `DBInstance`
    let member: String
    /// Names of the filters that it knows.
    let filters: [String]
    var rows: [Row]

    struct Row {
        /// What the filters compare, by the filter's name.
        let fields: [String: [String]]
        let document: [XMLElement]
    }

    /// - Throws: `InvalidParameterValue` for a filter it does not know, a page that is too small, a marker not its own.
    func reply(to input: FormParameters) throws(ServiceError) -> HTTPResponse {
        let found = try filtered(by: input)
        let size = input["MaxRecords"].flatMap { Int($0) } ?? 100
        guard (20...100).contains(size) else {
            throw RDSService.invalidValue("Invalid value \(size) for MaxRecords. Must be between 20 and 100")
        }
        let start = try offset(input["Marker"], in: found.count)
        let end = min(start + size, found.count)
        var result: [XMLElement] = [.node(name, found[start..<end].map { .node(member, $0.document) })]
        if end < found.count {
            result.append(.leaf("Marker", Data("\(name) \(end)".utf8).base64EncodedString()))
        }
        return RDSService.reply(input, result)
    }

    private func filtered(by input: FormParameters) throws(ServiceError) -> [Row] {
        var found = rows
        var index = 1
        while let filter = input["Filters.Filter.\(index).Name"] {
            guard filters.contains(filter) else {
                throw RDSService.invalidValue("Unrecognized filter name: \(filter)")
            }
            let wanted = Set(input.list("Filters.Filter.\(index).Values.Value"))
            found.removeAll { !($0.fields[filter] ?? []).contains(where: wanted.contains) }
            index += 1
        }
        return found
    }

    private func offset(_ marker: String?, in count: Int) throws(ServiceError) -> Int {
        guard let marker, !marker.isEmpty else { return 0 }
        let words = Data(base64Encoded: marker).map { String(decoding: $0, as: UTF8.self) }?.split(separator: " ")
        guard words?.count == 2, words?.first == name[...], let offset = words?.last.flatMap({ Int($0) }),
            (0...count).contains(offset)
        else { throw RDSService.invalidValue("The marker provided is not valid: \(marker)") }
        return offset
    }
}
