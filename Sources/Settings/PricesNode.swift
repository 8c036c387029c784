import AWSModel
import Posture
import Yams

/// Reads prices that go before the list's; whatever is not understood ends it, for a price left out by mistake would be
/// taken from the list unnoticed.
enum PricesNode {
    static func lines(_ node: Node) throws(SettingsError) -> [PriceList.Line] {
        guard node.null == nil else { return [] }
        guard let sequence = node.sequence else { throw SettingsError(node, "prices must be a list") }
        var lines: [PriceList.Line] = []
        for item in sequence {
            let line = try line(item)
            if lines.contains(where: { $0.item == line.item && $0.regions == line.regions }) {
                throw SettingsError(item, "the price of \(line.item.words) in \(line.regions[0]) is there twice")
            }
            lines.append(line)
        }
        return lines
    }

    /// The fields of a line that are words.
    private static let fields = ["item", "class", "type", "cold", "region", "from", "to", "usd", "date", "source"]

    private static func line(_ node: Node) throws(SettingsError) -> PriceList.Line {
        guard let mapping = node.mapping else { throw SettingsError(node, "a price must hold an item and its usd") }
        var given: [String: Node] = [:]
        for (key, value) in mapping {
            guard let name = key.string, fields.contains(name) else {
                throw SettingsError(
                    key, "a price has no \"\(key.string ?? "?")\": it has \(fields.joined(separator: ", "))")
            }
            given[name] = value
        }
        let line = PriceFields(node, given)
        let item = try item(line)
        let region = try line.region(item.isTransfer ? "from" : "region")
        let price = Price(
            nanodollars: try line.usd(), date: try line.date(), source: try line.word("source") ?? "the settings")
        if let name = line.unused.sorted().first, let value = given[name] {
            throw SettingsError(value, "\(try line.required("item")) has no \"\(name)\"")
        }
        return PriceList.Line(item, in: [region], price)
    }

    private static let items = [
        "s3-storage", "s3-put", "s3-get", "replication-time-control", "metric", "event", "backup-storage", "transfer",
    ]

    private static func item(_ line: PriceFields) throws(SettingsError) -> PricedItem {
        switch try line.required("item") {
        case "s3-storage": return .storage(try line.one(of: PricedItem.storageClasses, "class"))
        case "s3-put": return .puts(try line.one(of: PricedItem.storageClasses, "class"))
        case "s3-get": return .gets
        case "replication-time-control": return .replicationTime
        case "metric": return .metric
        case "event": return .events
        case "backup-storage":
            let type = try line.one(of: PricedItem.backupTypes.keys.sorted(), "type")
            return .backup(type, isCold: try line.cold(of: type))
        case "transfer": return .transfer(to: try line.optionalRegion("to"))
        case let other:
            throw SettingsError(
                line.node, "\"\(other)\" is not an item with a price: there are \(items.joined(separator: ", "))")
        }
    }
}

extension PricedItem {
    fileprivate var isTransfer: Bool { if case .transfer = self { true } else { false } }
}
