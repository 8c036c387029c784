import Canvas
import Testing

@testable import Console

@Suite("A terminal that is too small")
struct TooSmallTests {
    private func small() -> Desk {
        var desk = Desk()
        desk.take(.resized(Size(columns: 60, rows: 15)))
        return desk
    }

    @Test("takes no key that does something unseen")
    func keys() {
        var desk = small()
        for key in [Key.character("2"), .enter, .down, .character("/"), .character(":"), .character("n"), .tab] {
            desk.press(key)
        }
        desk.take(.pasted("text"))
        desk.take(.scrolled(rows: 1))
        #expect(desk.model.pane == .posture && desk.model.overlay == nil && desk.model.opened == nil)
        #expect(desk.model.list.position.selected == 0 && desk.effects.isEmpty)
    }

    @Test("is left by q, once it was asked for, and drawn anew")
    func leaving() {
        var desk = small()
        desk.press(.function(12))
        guard case .redraw? = desk.effects.last else {
            Issue.record("it is not drawn anew")
            return
        }
        desk.press(.character("q"))
        #expect(desk.screen.contains("Quit? y leaves"))
        desk.press(.character("n"))
        #expect(!desk.model.isEnding)
        desk.press(.character("q"), .character("y"))
        #expect(desk.model.isEnding)
    }

    @Test("is in use again where it was once it is large enough")
    func larger() {
        var desk = small()
        desk.press(.character("3"))
        desk.take(.resized(Size(columns: 60, rows: 16)))
        #expect(desk.model.pane == .posture)
        desk.press(.character("3"))
        #expect(desk.model.pane == .replication)
    }
}
