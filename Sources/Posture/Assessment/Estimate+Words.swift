extension Duration {
    /// At most two units, rounded up, for what is lost or waited for is never less than is said: "45 s", "15 min",
    /// "1 h 30 min", "3 d 4 h".
    package var span: String {
        let seconds = components.seconds
        func up(_ unit: Int64) -> Int64 { seconds / unit + (seconds % unit > 0 ? 1 : 0) }
        func pair(_ whole: Int64, _ unit: String, _ rest: Int64, _ restUnit: String) -> String {
            rest == 0 ? "\(whole) \(unit)" : "\(whole) \(unit) \(rest) \(restUnit)"
        }
        if seconds < 60 { return "\(seconds) s" }
        if seconds < 3_600 { return pair(seconds / 60, "min", seconds % 60, "s") }
        let minutes = up(60)
        if minutes < 48 * 60 { return pair(minutes / 60, "h", minutes % 60, "min") }
        let hours = up(3_600)
        return pair(hours / 24, "d", hours % 24, "h")
    }
}

extension Estimate {
    /// "4 h 58 min (measured)"
    package var words: String { "\(duration.span) (\(basis.rawValue))" }
}
