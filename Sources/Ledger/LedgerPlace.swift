/// Where the ledger is.
package enum LedgerPlace {
    /// `$LIFEBOAT_LEDGER`, else below `$XDG_STATE_HOME`, else below `~/.local/state`; empty variables count as unset.
    ///
    /// - Parameter home: the operator's home directory, for where `HOME` is not set.
    package static func path(environment: [String: String], home: String) -> String {
        func named(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        if let named = named("LIFEBOAT_LEDGER") { return named }
        // A relative path is invalid by the XDG Base Directory Specification, and to be ignored.
        let state = named("XDG_STATE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
        return "\(state ?? "\(named("HOME") ?? home)/.local/state")/lifeboat/ledger.sqlite"
    }
}
