import AWSModel
import Testing

@testable import AWSCore

@Suite("The time that silence may cost")
struct SilenceBudgetTests {
    @Test("Waiting in vain adds up to ten seconds over requests one after the other, then nothing may be sent")
    func addsUp() {
        let budget = SilenceBudget()
        #expect(budget.begin(at: .seconds(100)) == .seconds(10))
        budget.ended(at: .seconds(103), answered: false)
        // Nothing was out in between, so nothing was waited for.
        #expect(budget.begin(at: .seconds(200)) == .seconds(7))
        budget.ended(at: .seconds(207), answered: false)
        #expect(budget.begin(at: .seconds(208)) == nil)
    }

    @Test("Requests side by side spend the same time once")
    func sideBySide() {
        let budget = SilenceBudget()
        for second in 0..<5 { #expect(budget.begin(at: .seconds(second)) == .seconds(10 - second)) }
        for _ in 0..<5 { budget.ended(at: .seconds(9), answered: false) }
        #expect(budget.begin(at: .seconds(50)) == .seconds(1))
    }

    @Test("A sign of life wipes what was waited, and leaves twenty seconds until the next")
    func signOfLife() {
        let budget = SilenceBudget()
        _ = budget.begin(at: .zero)
        budget.signOfLife(at: .seconds(9))
        #expect(budget.begin(at: .seconds(9)) == .seconds(20))
        #expect(budget.begin(at: .seconds(28)) == .seconds(1))
        #expect(budget.begin(at: .seconds(29)) == nil)
    }

    @Test("A reply that comes after all opens it again")
    func lateReply() {
        let budget = SilenceBudget()
        _ = budget.begin(at: .zero)
        #expect(budget.begin(at: .seconds(10)) == nil)
        budget.signOfLife(at: .seconds(12))
        #expect(budget.begin(at: .seconds(12)) == .seconds(20))
    }

    @Test("After a pause there is a new budget")
    func pause() {
        let budget = SilenceBudget()
        _ = budget.begin(at: .zero)
        budget.ended(at: .seconds(10), answered: false)
        #expect(budget.begin(at: .seconds(39)) == nil)
        #expect(budget.begin(at: .seconds(40)) == .seconds(10))
    }
}
