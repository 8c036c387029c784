extension String {
    /// The word as a POSIX shell reads it back.
    package var shellQuoted: String {
        let isPlain = utf8.allSatisfy { byte in
            (97...122).contains(byte | 0x20) && byte < 128 || (48...57).contains(byte) || Self.harmless.contains(byte)
        }
        return isPlain && !isEmpty ? self : "'" + replacing("'", with: #"'\''"#) + "'"
    }
    private static let harmless = Set("-_./:,@%+=".utf8)
}
