import Testing

@testable import AWSCore

@Suite struct ShellWordsTests {
    @Test(
        "words are split as Python's shlex splits them",
        arguments: [
            ("a b  c", ["a", "b", "c"]), ("", []), ("  ", []), ("'a b' \"c d\"", ["a b", "c d"]),
            ("a'b'c\"d\"", ["abcd"]), ("\"\" ''", ["", ""]), (#"a\ b \\ \""#, ["a b", "\\", "\""]),
            (#""a\"b\\c\d""#, [#"a"b\c\d"#]), (#"'a\'"#, ["a\\"]), ("a\n\tb", ["a", "b"]), ("a # b", ["a", "#", "b"]),
        ])
    func splits(line: String, words: [String]) { #expect(ShellWords.split(line) == words) }

    @Test("an open quote and a lone backslash at the end are refused", arguments: ["'a", "\"a", #"a \"#, #""a\"#])
    func refuses(line: String) { #expect(ShellWords.split(line) == nil) }
}
