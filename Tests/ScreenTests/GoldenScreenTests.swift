import Canvas
import Console
import Foundation
import Testing

/// Every state of the interface against its golden screen in Screens/.
///
/// A missing screen is recorded and fails. `make screens` records them all anew.
@Suite("Golden screens")
struct GoldenScreenTests {
    private static let folder = Repository.root.appending(path: "Screens")

    private static let sizes = [
        Size(columns: 60, rows: 16), Size(columns: 80, rows: 24), Size(columns: 120, rows: 40),
    ]

    @Test("every state looks as its golden screen", arguments: ScreenCase.all, sizes)
    func golden(screen: ScreenCase, size: Size) async throws {
        let frame = try await screen.make(size).frame
        try check(frame, "\(screen.name)@\(size.columns)x\(size.rows)")
    }

    @Test(
        "in ASCII every state looks as its golden screen",
        arguments: ["posture-faults", "calendar-month", "replication-all"])
    func ascii(name: String) async throws {
        let screen = try #require(ScreenCase.all.first { $0.name == name })
        let frame = try await screen.make(Size(columns: 80, rows: 24)).frame.inASCII
        #expect(frame.cells.allSatisfy { $0.glyph.isASCII })
        try check(frame, "\(name)@80x24.ascii")
    }

    @Test(
        "without colours every state looks as its golden screen",
        arguments: ["posture-faults", "posture-region-dark", "posture-armed", "help"])
    func mono(name: String) async throws {
        let screen = try #require(ScreenCase.all.first { $0.name == name })
        let frame = try await screen.make(Size(columns: 80, rows: 24)).frame
        try check(ScreenCapture.text(of: frame, inMono: .mono), file: "\(name)@80x24.mono.screen")
    }

    @Test(
        "a terminal that is too small is told what is needed",
        arguments: [Size(columns: 59, rows: 16), Size(columns: 20, rows: 4)])
    func tooSmall(size: Size) async throws {
        try check(try await DemoScreens.settled(size).frame, "too-small@\(size.columns)x\(size.rows)")
    }

    @Test(
        "the README's pictures are made from the same frames",
        arguments: ["posture-faults", "resource-protected", "replication-all", "calendar-month"])
    func pictures(name: String) async throws {
        let screen = try #require(ScreenCase.all.first { $0.name == name })
        let frame = try await screen.make(Size(columns: 120, rows: 40)).frame
        let theme = try #require(Theme.named("dark"))
        try check(ScreenPicture(frame, theme: theme).svg, file: "\(name)@120x40.svg")
    }

    private func check(_ frame: Frame, _ name: String) throws {
        try check(ScreenCapture.text(of: frame), file: "\(name).screen")
    }

    private func check(_ text: String, file name: String) throws {
        let file = Self.folder.appending(path: name)
        let golden = try? String(contentsOf: file, encoding: .utf8)
        if golden == text { return }
        if golden == nil || Repository.records { try text.write(to: file, atomically: true, encoding: .utf8) }
        if Repository.records { return }
        Issue.record(golden == nil ? "\(name) was recorded now" : "\(name) differs:\n\(text)")
    }
}
