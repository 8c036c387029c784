import Testing

@testable import AWSCore

@Suite struct SharedConfigFileTests {
    private func parse(_ text: String) throws -> SharedConfigFile {
        try SharedConfigFile(Array(text.utf8), path: "~/.aws/config")
    }

    @Test("sections, settings, comments, blank lines and both delimiters are read as configparser reads them")
    func settings() throws {
        let file = try parse(
            """
            # a comment
            [default]
            region = us-east-1
            ; another
            Output: json
              
            [profile prod]  # trailing
            region=eu-west-1
            role_arn = arn:aws:iam::123456789012:role/x = y
            note = value # not a comment
            empty =
            """)
        #expect(file.sections.keys.sorted() == ["default", "profile prod"])
        #expect(file.sections["default"]?["region"] == "us-east-1")
        #expect(file.sections["default"]?["output"] == "json")
        #expect(file.sections["profile prod"]?["role_arn"] == "arn:aws:iam::123456789012:role/x = y")
        #expect(file.sections["profile prod"]?["note"] == "value # not a comment")
        #expect(file.sections["profile prod"]?["empty"] == nil)
    }

    @Test("settings indented below an empty one are nested in it, comments and blank lines notwithstanding")
    func nested() throws {
        let file = try parse(
            """
            [services local]
            s3 =
              endpoint_url = http://localhost:9000
              # comment

              Addressing_Style = path
            sts =
            \tendpoint_url = http://localhost:9001?a=b
            """)
        let section = try #require(file.sections["services local"])
        #expect(section["s3", "endpoint_url"] == "http://localhost:9000")
        #expect(section["s3", "addressing_style"] == "path")
        #expect(section["sts", "endpoint_url"] == "http://localhost:9001?a=b")
        #expect(section["endpoint_url"] == nil)
    }

    @Test("a section whose settings are all indented alike is not taken for continuation")
    func indented() throws {
        let file = try parse("[default]\n    region = us-east-1\n    output = json\n")
        #expect(file.sections["default"]?["region"] == "us-east-1")
        #expect(file.sections["default"]?["output"] == "json")
    }

    @Test("deeper lines continue a value")
    func continuation() throws {
        let file = try parse("[default]\ncredential_process = helper\n  --flag\n  --other\n")
        #expect(file.sections["default"]?["credential_process"] == "helper\n--flag\n--other")
    }

    @Test("names in two sections do not meet, and of two equal names nested in one setting the last wins")
    func equalNames() throws {
        let file = try parse("[a]\nx = 1\n[b]\nx = 2\ns3 =\n  x = 3\n  X = 4\n")
        #expect(file.sections["a"]?["x"] == "1")
        #expect(file.sections["b"]?["x"] == "2")
        #expect(file.sections["b"]?["s3", "x"] == "4")
    }

    @Test("CRLF and a byte order mark are no part of names and values")
    func windows() throws {
        let file = try parse("\u{FEFF}[default]\r\nregion = us-east-1\r\ns3 =\r\n  addressing_style = path\r\n")
        #expect(file.sections["default"]?["region"] == "us-east-1")
        #expect(file.sections["default"]?["s3", "addressing_style"] == "path")
    }

    @Test(
        "a malformed line is named by file and number, and its text stays out of the error",
        arguments: [
            ("[default]\nregion = x\naws_secret_access_key hush\n", 3, "expected `key = value`"),
            ("hush = 1\n", 1, "expected a section such as `[default]` before the first setting"),
            ("\n[profile hush\n", 2, "expected `]` at the end of a section's name"),
            ("[hush] hush\n", 1, "expected nothing after the section's name"),
            ("[  ]\n", 1, "expected the name of a section between `[` and `]`"),
            ("[a]\n= hush\n", 2, "expected a name before `=`"),
            ("[a]\ns3 =\n  hush\n", 3, "expected `key = value` below `s3 =`"),
            ("[a]\ns3 =\n  = hush\n", 3, "expected `key = value` below `s3 =`"),
            ("[a]\nhush = 1\ny = 1\nHush = 2\n", 4, "the same setting as in line 2"),
            ("[a]\nhush =\n  y = 1\nhush =\n  z = 1\n", 4, "the same setting as in line 2"),
            ("[hush]\nx = 1\n[b]\n[hush] # again\ny = 1\n", 4, "the same section as in line 1"),
        ])
    func malformed(text: String, line: Int, what: String) throws {
        let error = #expect(throws: ConfigurationError.self) { try parse(text) }
        #expect(error?.description == "~/.aws/config, line \(line): \(what)")
        #expect(error?.description.contains("hush") == false)
    }

    @Test("bytes that are not UTF-8 are an error of their line")
    func encoding() {
        let error = #expect(throws: ConfigurationError.self) {
            try SharedConfigFile(Array("[a]\nx = ".utf8) + [0xFF, 0x0A], path: "f")
        }
        #expect(error?.description == "f, line 2: not UTF-8")
    }

    @Test("no text that is thrown at the parser stops the program")
    func anything() {
        var random = SystemRandomNumberGenerator()
        let pieces = ["[", "]", "=", ":", "#", ";", "\n", "\r\n", " ", "\t", "a", "profile", "\"", "'", "\\", "é"]
        for _ in 0..<2000 {
            let text = (0..<20).compactMap { _ in pieces.randomElement(using: &random) }.joined()
            guard let file = try? parse(text) else { continue }
            _ = SharedConfiguration(config: file, credentials: file).profileNames
        }
    }

    @Test("descriptions and dumps of what was read show names and never values")
    func secrets() throws {
        let file = try parse("[default]\naws_secret_access_key = hush\ns3 =\n  x = hush\n")
        var dumped = ""
        dump(file, to: &dumped)
        #expect(dumped.contains("aws_secret_access_key"))
        #expect(!dumped.contains("hush"))
        #expect(!"\(file)".contains("hush"))
    }
}
