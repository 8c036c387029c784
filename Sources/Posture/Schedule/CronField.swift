/// One of the six fields of a cron expression: its name, its bounds and the names it knows (4.1).
enum CronField: String {
    case minutes, hours
    case dayOfMonth = "day-of-month"
    case month
    case dayOfWeek = "day-of-week"
    case year

    var bounds: ClosedRange<Int> {
        switch self {
        case .minutes: 0...59
        case .hours: 0...23
        case .dayOfMonth: 1...31
        case .month: 1...12
        case .dayOfWeek: 1...7
        case .year: 1970...2199
        }
    }

    /// In the order of their numbers, from the field's lowest.
    private var names: [String] {
        switch self {
        case .month: ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
        case .dayOfWeek: ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]
        case .minutes, .hours, .dayOfMonth, .year: []
        }
    }

    /// The values of a whole field, increasing: `*`, `a`, `a-b` (which may wrap), each with `/step`, in a list.
    func values(of text: String) throws(ScheduleError) -> [Int] {
        var values: Set<Int> = []
        for item in text.split(separator: ",", omittingEmptySubsequences: false) {
            values.formUnion(try self.values(ofItem: String(item), in: text))
        }
        return values.sorted()
    }

    /// The values of one item of a list, in the order in which they come round.
    func values(ofItem item: String, in text: String) throws(ScheduleError) -> [Int] {
        let parts = item.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 2, let base = parts.first else { throw problem(text, "has more than one /") }
        var step = 1
        if parts.count == 2 {
            guard let number = Self.number(parts[1]), number >= 1 else {
                throw problem(text, "needs a whole number of at least 1 after the /")
            }
            step = number
        }
        let ends = base.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        switch ends.count {
        case 1 where base == "*":
            return Array(stride(from: bounds.lowerBound, through: bounds.upperBound, by: step))
        case 1:
            let first = try value(base, in: text)
            // `a` alone is one value; `a/b` goes on to the end of the field (4.1).
            return parts.count == 1 ? [first] : Array(stride(from: first, through: bounds.upperBound, by: step))
        case 2:
            let first = try value(ends[0], in: text)
            let last = try value(ends[1], in: text)
            if first <= last { return Array(stride(from: first, through: last, by: step)) }
            guard self != .year else { throw problem(text, "has a range that runs backwards") }
            return stride(from: first, through: last + bounds.count, by: step).map {
                $0 > bounds.upperBound ? $0 - bounds.count : $0
            }
        default:
            throw problem(text, "has a range with more than two ends")
        }
    }

    /// A number within the bounds, or a name.
    func value(_ text: String, in whole: String) throws(ScheduleError) -> Int {
        if let index = names.firstIndex(of: text.uppercased()) { return bounds.lowerBound + index }
        guard let number = Self.number(text) else {
            throw problem(whole, text.isEmpty ? "has an empty value" : "has \"\(text)\", which is not a value of it")
        }
        guard bounds.contains(number) else {
            throw problem(whole, "has \(number), outside \(bounds.lowerBound)-\(bounds.upperBound)")
        }
        return number
    }

    func problem(_ text: String, _ what: String) -> ScheduleError {
        ScheduleError("The \(rawValue) field \"\(text)\" \(what).")
    }

    /// Digits only: `Int` would take a sign.
    static func number(_ text: String) -> Int? {
        guard !text.isEmpty, text.count <= 4, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }
}
