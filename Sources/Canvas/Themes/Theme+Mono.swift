extension Theme {
    /// Without any colour: for `NO_COLOR` and terminals that have none.
    package static let mono = Theme(name: "mono") { style in
        var look = Look()
        switch style.role {
        case .strong, .title, .key, .header, .tab, .warning: look.isBold = true
        case .bad: look = Look(bold: true, underlined: true)
        case .accent, .field, .match: look.isUnderlined = true
        case .faint, .neutral, .border, .stale: look.isDim = true
        case .alarm: look = Look(bold: true, reverse: true)
        case .text, .label, .bar, .good, .unknown: break
        }
        if style.isSelected { look.isReverse.toggle() }
        return look
    }
}
