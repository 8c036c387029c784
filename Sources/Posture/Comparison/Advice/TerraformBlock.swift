import AWSModel

/// A block of Terraform's language, laid out as `terraform fmt` does.
struct TerraformBlock {
    private enum Item {
        case argument(String, String)
        case block(TerraformBlock)
        case comment(String)
    }
    private let head: String
    private var items: [Item] = []

    init(resource type: String, _ name: String) { head = "resource \"\(type)\" \"\(name.terraformName)\"" }
    init(_ head: String) { self.head = head }

    /// With a text.
    func set(_ name: String, _ text: String?) -> TerraformBlock {
        text.map { adding(.argument(name, $0.terraformQuoted)) } ?? self
    }
    /// With an expression.
    func set(_ name: String, to expression: String?) -> TerraformBlock {
        expression.map { adding(.argument(name, $0)) } ?? self
    }
    func set(_ name: String, _ texts: [String]) -> TerraformBlock {
        set(name, to: "[" + texts.map(\.terraformQuoted).joined(separator: ", ") + "]")
    }
    func set(_ name: String, _ truths: [String: Bool], with changes: [String: Bool]) -> TerraformBlock {
        let all = truths.merging(changes) { $1 }.sorted { $0.key < $1.key }
        return set(
            name, to: "{ " + all.map { "\($0.key.terraformQuoted) = \($0.value)" }.joined(separator: ", ") + " }")
    }
    func with(_ block: TerraformBlock?) -> TerraformBlock { block.map { adding(.block($0)) } ?? self }
    func note(_ comment: String) -> TerraformBlock { adding(.comment(comment)) }

    private func adding(_ item: Item) -> TerraformBlock {
        var block = self
        block.items.append(item)
        return block
    }

    var text: String { lines.joined(separator: "\n") }

    private var lines: [String] {
        guard !items.isEmpty else { return ["\(head) {}"] }
        var inner: [String] = []
        for (index, item) in items.enumerated() {
            switch item {
            case .argument(let name, let value):
                inner.append(name + String(repeating: " ", count: width(at: index) - name.count) + " = " + value)
            case .block(let block): inner += block.lines
            case .comment(let comment): inner.append("# \(comment)")
            }
        }
        return ["\(head) {"] + inner.map { "  \($0)" } + ["}"]
    }

    /// Of the longest name among the arguments that stand together.
    private func width(at index: Int) -> Int {
        func run(_ range: some Sequence<Int>) -> [Int] {
            range.prefix { if case .argument = items[$0] { true } else { false } }.map { $0 }
        }
        let together = run(stride(from: index, through: 0, by: -1)) + run(index..<items.count)
        return together.compactMap { if case .argument(let name, _) = items[$0] { name.count } else { nil } }.max() ?? 0
    }
}

extension AccountResource {
    /// A name for its blocks, which those of no other resource have.
    var terraformLabel: String {
        let id = ARN(arn)?.resource.split(whereSeparator: { $0 == "/" || $0 == ":" }).last.map(String.init) ?? name
        return [type.name, id, region?.name].compactMap(\.self).joined(separator: "_")
    }
}

extension String {
    /// A name for a Terraform block: letters, digits and underscores.
    var terraformName: String {
        let name = String(map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
        return name.first?.isNumber == true || name.isEmpty ? "_" + name : name
    }

    /// As Terraform reads the text back: nothing in it is a template.
    var terraformQuoted: String {
        let escaped = replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
            .replacing("${", with: "$${").replacing("%{", with: "%%{")
        return "\"\(escaped)\""
    }
}
