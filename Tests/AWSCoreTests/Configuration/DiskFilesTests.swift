import Foundation
import Testing

@testable import AWSCore

@Suite struct DiskFilesTests {
    private func inDirectory(_ body: (String) throws -> Void) throws {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try body(directory)
    }

    @Test("a file that was put in place is read back whole and is its owner's alone")
    func replace() throws {
        try inDirectory { directory in
            let path = directory + "/token.json"
            try Data("old".utf8).write(to: URL(fileURLWithPath: path))
            let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }
            try DiskFiles().replace(path, with: bytes)
            #expect(try DiskFiles().read(path) == bytes)
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            #expect(try FileManager.default.contentsOfDirectory(atPath: directory) == ["token.json"])
        }
    }

    @Test("a file that is not there is nil, and so is one below a file")
    func absent() throws {
        try inDirectory { directory in
            #expect(try DiskFiles().read(directory + "/none") == nil)
            try DiskFiles().replace(directory + "/file", with: [])
            #expect(try DiskFiles().read(directory + "/file/below") == nil)
        }
    }

    @Test("what cannot be read or written is an error that names it and says why")
    func failures() throws {
        try inDirectory { directory in
            let reading = #expect(throws: UnreadableFile.self) { try DiskFiles().read(directory) }
            #expect(reading?.description == "\(directory): Is a directory")
            let writing = #expect(throws: UnreadableFile.self) {
                try DiskFiles().replace(directory + "/none/file", with: [])
            }
            #expect(writing?.reason == "No such file or directory")
        }
    }
}
