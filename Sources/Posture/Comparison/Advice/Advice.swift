/// A step that is missing to be better off: what it is for, the call that takes it, and the same as a command line and
/// as Terraform. Words in capitals are the operator's to fill in.
package struct Advice: Hashable, Sendable {
    /// "against deletion: a backup plan that selects it, with a retention"
    package var text: String
    /// "backup:CreateBackupSelection"; nil where no single call does it.
    package var call: String?
    package var commandLine: String?
    package var terraform: String?

    package init(_ text: String, call: String? = nil, commandLine: String? = nil, terraform: String? = nil) {
        self.text = text
        self.call = call
        self.commandLine = commandLine
        self.terraform = terraform
    }

    init(_ text: String, call: String, _ words: [String], _ block: TerraformBlock? = nil) {
        self.init(
            text, call: call, commandLine: (["aws"] + words).map(\.shellQuoted).joined(separator: " "),
            terraform: block?.text)
    }
}
