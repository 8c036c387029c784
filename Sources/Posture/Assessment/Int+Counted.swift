extension Int {
    /// "1 rule", "3 rules"; with a plural of its own, "2 copies".
    package func counted(_ one: String, _ many: String? = nil) -> String {
        "\(self) \(self == 1 ? one : many ?? one + "s")"
    }
}
