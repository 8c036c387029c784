/// What stands above the panes and takes the keys until it is closed.
package enum Overlay: Hashable, Sendable {
    case help(offset: Int)
    case palette(TextInput, selected: Int)
    case filter(TextInput)
    case choice(Choice)
    /// Asks before leaving; No is the default.
    case quit
    case savePath(TextInput)
    /// A code of the MFA device that a role asks for, by the device's serial.
    case code(serial: String, TextInput)
}

/// One of several, picked from a list.
package struct Choice: Hashable, Sendable {
    package enum Subject: Hashable, Sendable { case profile, region, sortColumn, threat }

    package var subject: Subject
    package var title: String
    package var options: [String]
    package var selected: Int

    package init(_ subject: Subject, title: String, options: [String], selected: Int = 0) {
        self.subject = subject
        self.title = title
        self.options = options
        self.selected = selected
    }
}
