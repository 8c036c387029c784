import Foundation
import Posture
import Testing

@Suite struct CivilDateTests {
    @Test("days and dates convert both ways as the calendar has them")
    func roundTrip() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        for number in stride(from: -30_000, through: 90_000, by: 17) {
            let parts = calendar.dateComponents(
                [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(number) * 86_400))
            let civil = CivilDate(dayNumber: number)
            #expect([civil.year, civil.month, civil.day] == [parts.year, parts.month, parts.day])
            #expect(CivilDate.weekday(ofDayNumber: number) == parts.weekday)
            #expect(civil.dayNumber == number)
        }
    }

    @Test("February has 29 days in leap years only", arguments: [(2024, 29), (2026, 28), (2100, 28), (2000, 29)])
    func february(year: Int, length: Int) {
        #expect(CivilDate.daysInMonth(2, of: year) == length)
    }
}
