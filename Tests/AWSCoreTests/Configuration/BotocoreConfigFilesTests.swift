import Foundation
import Testing

@testable import AWSCore

/// The parser beside Python's, over the random files of `botocore_config_files.py`.
@Suite struct BotocoreConfigFilesTests {
    enum Value: Decodable, Hashable {
        case text(String)
        case nested([String: String])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .text(text)
            } else {
                self = .nested(try container.decode([String: String].self))
            }
        }
    }
    struct Sample: Decodable {
        var text: String
        /// Nil where botocore refuses the file.
        var sections: [String: [String: Value]]?
    }

    @Test("2,000 random files are read, or refused, as botocore does")
    func equalsBotocore() throws {
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("botocore_config_files.py")
        let lines = try PythonScript.output(script).split(separator: UInt8(ascii: "\n"))
        #expect(lines.count == 2000)
        for line in lines {
            let sample = try JSONDecoder().decode(Sample.self, from: Data(line))
            let file = try? SharedConfigFile(Array(sample.text.utf8), path: "config")
            #expect(file?.sections.mapValues(Self.values) == sample.sections, "\(sample.text.debugDescription)")
        }
    }

    private static func values(_ section: ConfigSection) -> [String: Value] {
        let nested = section.nested.mapValues { Value.nested($0.mapValues(\.value)) }
        return section.settings.mapValues { Value.text($0.value) }.merging(nested) { $1 }
    }
}
