import AWSModel
import Foundation
import Recovery

/// Where a runbook is kept: a folder for each region, with an index and a file for each resource.
struct RunbookFolder {
    private let root: URL

    /// - Throws: `Failure` where there is something else already, before anything is read for it.
    init(_ path: String) throws {
        root = URL(filePath: path, directoryHint: .isDirectory)
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFDIR {
            throw Failure.usage("the runbook cannot be written to \(path): it is not a directory")
        }
    }

    func write(_ runbook: Runbook) throws {
        // A region comes from an option or from AWS: it must not lead out of the folder.
        guard runbook.lost.name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) else {
            throw Failure.usage("\(runbook.lost) is no region")
        }
        let folder = root.appending(path: runbook.lost.name, directoryHint: .isDirectory)
        try Self.make(folder.path)
        do {
            try runbook.index.write(to: folder.appending(path: "README.md"), atomically: true, encoding: .utf8)
            for page in runbook.pages {
                try page.markdown.write(to: folder.appending(path: page.file), atomically: true, encoding: .utf8)
            }
        } catch {
            let code = ((error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError)?.code
            throw Self.unwritten(folder.path, code.map(Int32.init))
        }
    }

    /// With the folders above it. Foundation's own says no more than that it failed.
    private static func make(_ path: String) throws {
        guard mkdir(path, 0o777) != 0 else { return }
        let cause = errno
        var status = stat()
        if cause == EEXIST, stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return }
        let above = URL(filePath: path).deletingLastPathComponent().path
        guard cause == ENOENT, above != path else { throw unwritten(path, cause) }
        try make(above)
        guard mkdir(path, 0o777) == 0 else { throw unwritten(path, errno) }
    }

    private static func unwritten(_ path: String, _ code: Int32?) -> Failure {
        let cause = code.map { ": \(String(cString: strerror($0)))" } ?? ""
        return .couldNotTell("the runbook could not be written to \(path)\(cause)")
    }
}
