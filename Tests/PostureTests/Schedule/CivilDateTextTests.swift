import Testing

@testable import Posture

@Suite struct CivilDateTextTests {
    @Test(
        "a day is read as ISO writes it, and only if there is one",
        arguments: [
            ("2027-04-01", true), ("2028-02-29", true), ("2027-02-29", false), ("2100-02-29", false),
            ("2027-13-01", false), ("2027-00-01", false), ("2027-04-31", false), ("2027-04-00", false),
            ("2027-4-1", false), ("20270401", false), ("2027-04-01T00:00Z", false), ("2027/04/01", false), ("", false),
            ("-027-04-01", false), ("+027-04-01", false), ("2027-04-0١", false),
        ])
    func days(text: String, isDay: Bool) {
        let day = CivilDate(iso: text)
        #expect((day != nil) == isDay)
        if isDay { #expect(day?.iso == text) }
    }
}
