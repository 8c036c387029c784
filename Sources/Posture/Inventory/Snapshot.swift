package import Foundation

/// An inventory as a file: JSON with the schema's name in front, so that every command can run without a network.
package enum Snapshot {
    package static let schema = "lifeboat.snapshot/1"

    /// Why a file is no snapshot that this version reads.
    package struct Unreadable: Error, Hashable, Sendable, CustomStringConvertible {
        package let description: String
    }

    package static func encode(_ inventory: Inventory) throws -> Data {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .secondsSince1970
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(Document(schema: schema, inventory: inventory))
    }

    /// - Throws: `Unreadable`, saying what is wrong: another schema, truncated, not a snapshot at all.
    package static func decode(_ data: Data) throws(Unreadable) -> Inventory {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .secondsSince1970
        let header: Header
        do { header = try decoder.decode(Header.self, from: data) } catch {
            throw Unreadable(description: data.isEmpty ? "it is empty" : "it is not a whole JSON document")
        }
        guard let found = header.schema else {
            throw Unreadable(description: "it names no schema, so it is no snapshot")
        }
        guard found == schema else {
            throw Unreadable(description: "it is of schema \(found.prefix(60)), and this version reads \(schema)")
        }
        do { return try decoder.decode(Document.self, from: data).inventory } catch let error as DecodingError {
            throw Unreadable(description: "\(error.place) is missing or not as \(schema) has it")
        } catch {
            throw Unreadable(description: "it is not as \(schema) has it")
        }
    }

    private struct Header: Decodable {
        var schema: String?

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: Document.CodingKeys.self)
            // A schema that is no text is another schema all the same.
            schema =
                (try? fields.decode(String.self, forKey: .schema))
                ?? (try? fields.decode(Int.self, forKey: .schema)).map(String.init)
        }
    }

    private struct Document: Codable {
        enum CodingKeys: String, CodingKey { case schema, inventory }

        var schema: String
        var inventory: Inventory
    }
}

extension DecodingError {
    /// Where in the document it went wrong.
    fileprivate var place: String {
        let path: [any CodingKey] =
            switch self {
            case .keyNotFound(let key, let context): context.codingPath + [key]
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                context.codingPath
            @unknown default: []
            }
        return path.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
    }
}
