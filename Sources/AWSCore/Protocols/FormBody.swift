/// The body of the query and ec2 protocols: `Action`, `Version` and parameters as a form.
package struct FormBody: Hashable, Sendable {
    private var items: [QueryItem]

    package init(action: String, version: String) {
        items = [QueryItem("Action", action), QueryItem("Version", version)]
    }

    /// Adds a parameter; nil is left out.
    package mutating func add(_ name: String, _ value: String?) {
        if let value { items.append(QueryItem(name, value)) }
    }

    package var bytes: [UInt8] { Array(QueryItem.encoded(items).utf8) }
    package static let contentType = "application/x-www-form-urlencoded; charset=utf-8"
}
