import Foundation
import Posture
import Testing

/// What the grammar takes and what it refuses (4.1).
@Suite struct ScheduleGrammarTests {
    static let refused: [(expression: String, zone: String, sentence: String)] = [
        (
            "rate(12 hours)", "Etc/UTC", "AWS Backup takes cron expressions only, not \"rate(12 hours)\"."
        ),
        ("0 5 ? * * *", "Etc/UTC", "The schedule \"0 5 ? * * *\" is not of the form cron(...)."),
        ("", "Etc/UTC", "The schedule \"\" is not of the form cron(...)."),
        ("cron(0 5 ? * *)", "Etc/UTC", "The schedule \"cron(0 5 ? * *)\" has 5 fields; it needs six."),
        ("cron(0 5 ? * * * *)", "Etc/UTC", "The schedule \"cron(0 5 ? * * * *)\" has 7 fields; it needs six."),
        (
            "cron(0 5 * * * *)", "Etc/UTC",
            "One of the fields day-of-month \"*\" and day-of-week \"*\" has to be \"?\"."
        ),
        (
            "cron(0 5 ? * ? *)", "Etc/UTC",
            "The day-of-month and day-of-week fields are both \"?\"; one of them has to name days."
        ),
        ("cron(60 5 ? * * *)", "Etc/UTC", "The minutes field \"60\" has 60, outside 0-59."),
        ("cron(0 24 ? * * *)", "Etc/UTC", "The hours field \"24\" has 24, outside 0-23."),
        ("cron(0 5 32 * ? *)", "Etc/UTC", "The day-of-month field \"32\" has 32, outside 1-31."),
        ("cron(0 5 0W * ? *)", "Etc/UTC", "The day-of-month field \"0W\" has 0, outside 1-31."),
        ("cron(0 5 ? 13 * *)", "Etc/UTC", "The month field \"13\" has 13, outside 1-12."),
        ("cron(0 5 ? * 0 *)", "Etc/UTC", "The day-of-week field \"0\" has 0, outside 1-7."),
        ("cron(0 5 ? * 8 *)", "Etc/UTC", "The day-of-week field \"8\" has 8, outside 1-7."),
        ("cron(0 5 ? * * 1969)", "Etc/UTC", "The year field \"1969\" has 1969, outside 1970-2199."),
        ("cron(0 5 ? * * 2030-2026)", "Etc/UTC", "The year field \"2030-2026\" has a range that runs backwards."),
        ("cron(0 5 ? * 2#6 *)", "Etc/UTC", "The day-of-week field \"2#6\" needs one number of 1-5 after the #."),
        ("cron(0 5 ? * 2#1,3#1 *)", "Etc/UTC", "The day-of-week field \"2#1,3#1\" may hold only one # and no list."),
        (
            "cron(0/0 5 ? * * *)", "Etc/UTC",
            "The minutes field \"0/0\" needs a whole number of at least 1 after the /."
        ),
        ("cron(0 5 ? FOO * *)", "Etc/UTC", "The month field \"FOO\" has \"FOO\", which is not a value of it."),
        ("cron(? 5 ? * * *)", "Etc/UTC", "The minutes field \"?\" has \"?\", which is not a value of it."),
        ("cron(-5 5 ? * * *)", "Etc/UTC", "The minutes field \"-5\" has an empty value."),
        ("cron(1-2-3 5 ? * * *)", "Etc/UTC", "The minutes field \"1-2-3\" has a range with more than two ends."),
        ("cron(0 1, ? * * *)", "Etc/UTC", "The hours field \"1,\" has an empty value."),
        ("cron(0 1/2/3 ? * * *)", "Etc/UTC", "The hours field \"1/2/3\" has more than one /."),
        ("cron(0 5 ? * * *)", "Mars/Phobos", "The time zone \"Mars/Phobos\" is not known."),
        ("cron(0 5 ? * * *)", "UTC+3", "The time zone \"UTC+3\" is not known."),
        ("cron(0 5 ? * * *)", "", "The time zone \"\" is not known."),
    ]

    @Test("what is wrong is said in one sentence", arguments: refused)
    func fact_4_1_refused(expression: String, zone: String, sentence: String) {
        let error = #expect(throws: ScheduleError.self) { try Schedule(expression: expression, timezone: zone) }
        #expect(error?.description == sentence)
    }

    static let equal: [(String, String)] = [
        ("cron(0 5 ? * MON-FRI *)", "cron(0 5 ? * 2-6 *)"),
        ("cron(0 5 ? * fri-mon *)", "cron(0 5 ? * 6,7,1,2 *)"),
        ("cron(0 5 ? NOV-FEB MON *)", "cron(0 5 ? 11,12,1,2 2 *)"),
        ("cron(*/15 5 ? * * *)", "cron(0,15,30,45 5 ? * * *)"),
        ("cron(50-10/5 5 ? * * *)", "cron(50,55,0,5,10 5 ? * * *)"),
        ("cron(5/20 5 ? * * *)", "cron(5,25,45 5 ? * * *)"),
        ("cron(0 5 28-3 * ? *)", "cron(0 5 28-31,1-3 * ? *)"),
        ("cron(0 5 ? * L *)", "cron(0 5 ? * SAT *)"),
        ("cron(0 5 ? * FRIL *)", "cron(0 5 ? * 6L *)"),
        ("cron(0 5 ? * MON#1 *)", "cron(0 5 ? * 2#1 *)"),
        ("cron(00  05\t? * * *)", "cron(0 5 ? * * *)"),
        (" cron(0 5 * * ? *) ", "cron(0 5 ? * * *)"),
        ("cron(0 5 ? * 1/2 *)", "cron(0 5 ? * 1,3,5,7 *)"),
        ("cron(0 0/7 * * ? *)", "cron(0 0,7,14,21 * * ? *)"),
        ("cron(0 5 ? * * 2026/3)", "cron(0 5 ? * * 2026-2199/3)"),
    ]

    @Test("two ways of writing a schedule run at the same times", arguments: equal)
    func fact_4_1_equal(a: String, b: String) throws {
        let years = Date(timeIntervalSince1970: 1_767_225_600)..<Date(timeIntervalSince1970: 1_893_456_000)
        #expect(try Schedule(expression: a).runs(in: years) == Schedule(expression: b).runs(in: years))
    }

    static let days: [(String, [String])] = [
        (
            "cron(0 0 15W * ? 2026)",
            [
                "01-15", "02-16", "03-16", "04-15", "05-15", "06-15", "07-15", "08-14", "09-15", "10-15", "11-16",
                "12-15",
            ]
        ),
        // 2026-02-01 and 03-01 are Sundays, 08-01 is a Saturday; the 31st of May is a Sunday.
        ("cron(0 0 1W 2,3,8 ? 2026)", ["02-02", "03-02", "08-03"]),
        ("cron(0 0 31W 1,2,5 ? 2026)", ["01-30", "05-29"]),
        ("cron(0 0 LW 1-5 ? 2026)", ["01-30", "02-27", "03-31", "04-30", "05-29"]),
        ("cron(0 0 1,L 2 ? 2026)", ["02-01", "02-28"]),
        ("cron(0 0 ? 1-3 1L 2026)", ["01-25", "02-22", "03-29"]),
        ("cron(0 0 ? 1-3 7#1 2026)", ["01-03", "02-07", "03-07"]),
    ]

    @Test("L, W and # name the days of the calendar", arguments: days)
    func fact_4_1_days(expression: String, expected: [String]) throws {
        let year = Date(timeIntervalSince1970: 1_767_225_600)..<Date(timeIntervalSince1970: 1_798_761_600)
        let runs = try Schedule(expression: expression).runs(in: year).map { String($0.formatted(.iso8601).prefix(10)) }
        #expect(runs == expected.map { "2026-\($0)" })
    }
}
