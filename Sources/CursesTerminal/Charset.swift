import Glibc

/// The characters that the locale of the environment allows.
enum Charset {
    case utf8, ascii

    /// Makes the environment's locale the process's own, for ncurses writes as it says, and tells what it is.
    static func adopt() -> Charset {
        let installed = setlocale(LC_CTYPE, "") != nil
        if installed, isUTF8 { return .utf8 }
        // No wish, or one that this system cannot fulfil (an SSH client sends its own): terminals of today speak UTF-8.
        let wish = wish
        guard wish.isEmpty || (!installed && mayBeUTF8(wish)) else { return .ascii }
        return setlocale(LC_CTYPE, "C.UTF-8") != nil && isUTF8 ? .utf8 : .ascii
    }

    private static var isUTF8: Bool { nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } == "UTF-8" }

    private static var wish: String {
        ["LC_ALL", "LC_CTYPE", "LANG"].lazy.map(TerminalLine.environment).first { !$0.isEmpty } ?? ""
    }

    /// Whether the name of a locale, as "de_DE.UTF-8@euro", names no other set of characters.
    private static func mayBeUTF8(_ locale: String) -> Bool {
        guard let dot = locale.firstIndex(of: ".") else { return true }
        let name = locale[locale.index(after: dot)...].prefix { $0 != "@" }.lowercased()
        return name == "utf-8" || name == "utf8"
    }
}
