import Foundation

/// A random schedule as text and as plain predicates, so that it can be tried minute by minute without any parser.
struct NaiveCron: CustomStringConvertible {
    typealias Predicate = (_ value: Int) -> Bool

    let expression: String
    private let minute: Predicate
    private let hour: Predicate
    private let month: Predicate
    private let year: Predicate
    private let day: (_ year: Int, _ month: Int, _ day: Int, _ weekday: Int) -> Bool

    var description: String { expression }

    init(using random: inout some RandomNumberGenerator) {
        let minutes = Self.field(0...59, names: [], using: &random)
        let hours = Self.field(0...23, names: [], using: &random)
        let monthNames = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
        let months =
            Bool.random(using: &random) ? ("*", { _ in true }) : Self.field(1...12, names: monthNames, using: &random)
        let years: (String, Predicate) =
            Bool.random(using: &random) ? ("*", { _ in true }) : ("2025/2", { $0 >= 2025 && $0 % 2 == 1 })
        let days = Self.days(using: &random)
        (minute, hour, month, year, day) = (minutes.1, hours.1, months.1, years.1, days.matches)
        expression = "cron(\(minutes.0) \(hours.0) \(days.dayOfMonth) \(months.0) \(days.dayOfWeek) \(years.0))"
    }

    /// Every run from a moment on, tried minute by minute; a local minute that comes twice runs once.
    func runs(in range: Range<Date>, zone: TimeZone) -> [Date] {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        var seen: Set<Int> = []
        var runs: [Date] = []
        // Starts early, so that the first occurrence of a repeated minute is seen even when it is before the range.
        var utc = Int(range.lowerBound.timeIntervalSince1970) - 86_400
        var today: (day: Int, matches: Bool) = (.min, false)
        while utc < Int(range.upperBound.timeIntervalSince1970) {
            defer { utc += 60 }
            let local = utc + zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(utc)))
            let dayNumber = Int((Double(local) / 86_400).rounded(.down))
            if dayNumber != today.day {
                let parts = calendar.dateComponents(
                    [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(local)))
                let (y, m, d, w) = (parts.year ?? 0, parts.month ?? 0, parts.day ?? 0, parts.weekday ?? 0)
                today = (dayNumber, year(y) && month(m) && day(y, m, d, w))
            }
            let inDay = local - dayNumber * 86_400
            guard today.matches, hour(inDay / 3_600), minute(inDay / 60 % 60), seen.insert(local).inserted else {
                continue
            }
            let run = Date(timeIntervalSince1970: Double(utc))
            if run >= range.lowerBound { runs.append(run) }
        }
        return runs
    }

    private static func field(
        _ bounds: ClosedRange<Int>, names: [String], using random: inout some RandomNumberGenerator
    ) -> (String, Predicate) {
        var texts: [String] = []
        var predicates: [Predicate] = []
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            func text(_ value: Int) -> String {
                names.isEmpty || Bool.random(using: &random) ? "\(value)" : names[value - bounds.lowerBound]
            }
            let a = Int.random(in: bounds, using: &random)
            let b = Int.random(in: bounds, using: &random)
            let step = Int.random(in: 1...9, using: &random)
            let around = { (value: Int) in (value - a + bounds.count) % bounds.count }
            switch Int.random(in: 0...5, using: &random) {
            case 0:
                texts.append("\(text(a))-\(text(b))")
                predicates.append { around($0) <= around(b) }
            case 1:
                texts.append("\(text(a))-\(text(b))/\(step)")
                predicates.append { around($0) <= around(b) && around($0) % step == 0 }
            case 2:
                texts.append("\(text(a))/\(step)")
                predicates.append { $0 >= a && ($0 - a) % step == 0 }
            case 3:
                texts.append("*/\(step)")
                predicates.append { ($0 - bounds.lowerBound) % step == 0 }
            default:
                texts.append(text(a))
                predicates.append { $0 == a }
            }
        }
        return (texts.joined(separator: ","), { value in predicates.contains { $0(value) } })
    }

    private static func days(using random: inout some RandomNumberGenerator) -> (
        dayOfMonth: String, dayOfWeek: String, matches: (Int, Int, Int, Int) -> Bool
    ) {
        func length(_ y: Int, _ m: Int) -> Int {
            [31, y % 4 == 0 && (y % 100 != 0 || y % 400 == 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1]
        }
        /// Whether a working day is the one nearest to a target: there is none nearer in the month.
        func isNearest(_ day: Int, _ weekday: Int, to target: Int, _ length: Int) -> Bool {
            guard target <= length, (2...6).contains(weekday) else { return false }
            func works(_ other: Int) -> Bool {
                (1...length).contains(other) && (2...6).contains((weekday + other - day - 1 + 70) % 7 + 1)
            }
            // Saturday and Sunday each have one working day at distance one, unless the month ends there.
            return (0...2).first { works(target - $0) || works(target + $0) } == abs(day - target)
        }
        let names = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]
        let weekday = Int.random(in: 1...7, using: &random)
        let nth = Int.random(in: 1...5, using: &random)
        let target = Int.random(in: 1...31, using: &random)
        switch Int.random(in: 0...8, using: &random) {
        case 0: return ("*", "?", { _, _, _, _ in true })
        case 1: return ("?", "*", { _, _, _, _ in true })
        case 2: return ("L", "?", { y, m, d, _ in d == length(y, m) })
        case 3: return ("\(target)W", "?", { y, m, d, w in isNearest(d, w, to: target, length(y, m)) })
        case 4: return ("LW", "?", { y, m, d, w in isNearest(d, w, to: length(y, m), length(y, m)) })
        case 5: return ("?", "\(names[weekday - 1])L", { y, m, d, w in w == weekday && d + 7 > length(y, m) })
        case 6: return ("?", "\(weekday)#\(nth)", { _, _, d, w in w == weekday && (d - 1) / 7 + 1 == nth })
        case 7:
            let field = field(1...31, names: [], using: &random)
            return (field.0, "?", { _, _, d, _ in field.1(d) })
        default:
            let field = field(1...7, names: names, using: &random)
            return ("?", field.0, { _, _, _, w in field.1(w) })
        }
    }
}
