import AWSModel
import Posture
import Yams

/// The fields of one price as they are written, and which of them were asked for.
final class PriceFields {
    let node: Node
    private let given: [String: Node]
    /// What nobody asked for yet.
    private(set) var unused: Set<String>

    init(_ node: Node, _ given: [String: Node]) {
        self.node = node
        self.given = given
        unused = Set(given.keys)
    }

    func word(_ name: String) throws(SettingsError) -> String? {
        unused.remove(name)
        guard let value = given[name] else { return nil }
        return try ObjectivesNode.word(value, of: name)
    }

    func required(_ name: String) throws(SettingsError) -> String {
        guard let word = try word(name) else { throw SettingsError(node, "the price has no \(name)") }
        return word
    }

    /// - Parameter known: what it can be.
    func one(of known: [String], _ name: String) throws(SettingsError) -> String {
        let word = try required(name)
        guard known.contains(word) else {
            throw SettingsError(
                given[name] ?? node, "\(name) \"\(word)\" is not known: there are \(known.joined(separator: ", "))")
        }
        return word
    }

    /// - Parameter type: of which some have no cold storage.
    func cold(of type: String) throws(SettingsError) -> Bool {
        let isCold = try flag("cold")
        guard !isCold || PricedItem.backupTypes[type] == true else {
            throw SettingsError(given["cold"] ?? node, "AWS Backup has no cold storage of \(type)")
        }
        return isCold
    }

    func flag(_ name: String) throws(SettingsError) -> Bool {
        switch try word(name) {
        case nil, "false": false
        case "true": true
        case let other?: throw SettingsError(given[name] ?? node, "\(name) is true or false, not \"\(other)\"")
        }
    }

    func region(_ name: String) throws(SettingsError) -> Region {
        guard let region = try optionalRegion(name) else { throw SettingsError(node, "the price has no \(name)") }
        return region
    }

    func optionalRegion(_ name: String) throws(SettingsError) -> Region? {
        guard let text = try word(name) else { return nil }
        let region = Region(text)
        let isPlausible = text.split(separator: "-").count >= 3 && text.last?.isNumber == true
        guard isPlausible else {
            throw SettingsError(
                given[name] ?? node, "\(name) \"\(text)\" is not the name of a region, which reads like us-east-1")
        }
        return region
    }

    /// Billionths of a dollar.
    func usd() throws(SettingsError) -> Int64 {
        let text = try required("usd")
        guard let price = Price.nanodollars(text) else {
            throw SettingsError(given["usd"] ?? node, "usd \"\(text)\" is not a price, which reads like 0.023")
        }
        return price
    }

    func date() throws(SettingsError) -> CivilDate {
        let text = try required("date")
        guard let date = CivilDate(iso: text) else {
            throw SettingsError(given["date"] ?? node, "date \"\(text)\" is not a day, which reads like 2026-04-01")
        }
        return date
    }
}
