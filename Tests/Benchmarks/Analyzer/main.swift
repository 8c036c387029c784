import Foundation
import Posture

// Times the analyzer on accounts of three sizes: all regions, all threats. Prints seconds of one core and their ratios.
//
//     analyzer-bench [runs]

let runs = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 3
let now = Date(timeIntervalSince1970: 1_795_262_400)

func seconds(_ body: () -> Int) -> (Double, Int) {
    var spent = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent)
    let begin = Double(spent.tv_sec) + Double(spent.tv_nsec) / 1e9
    let count = body()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent)
    return (Double(spent.tv_sec) + Double(spent.tv_nsec) / 1e9 - begin, count)
}

func padded(_ text: String, _ width: Int) -> String { String(repeating: " ", count: max(0, width - text.count)) + text }

print("buckets   others   recovery points   CPU s, median of \(runs)   µs a resource   verdicts")
var perResource: [Double] = []
for scale in [1, 5, 25] {
    let account = LargeAccount(buckets: 2_000 * scale, others: 800 * scale)
    let inventory = account.inventory(at: now)
    var times: [Double] = []
    var verdicts = 0
    for _ in 0..<runs {
        let (time, count) = seconds {
            let assessment = Analyzer.assess(
                inventory, threats: Threat.allCases, listsUnaffected: false, now: now)
            return assessment.scenarios.reduce(0) { $0 + $1.counts.values.reduce(0, +) }
        }
        times.append(time)
        verdicts = count
    }
    let median = times.sorted()[times.count / 2]
    perResource.append(median / Double(account.resources) * 1e6)
    print(
        padded("\(account.buckets)", 7), padded("\(account.others)", 8), padded("\(account.recoveryPoints)", 17),
        padded(String(format: "%.2f", median), 16),
        padded(String(format: "%.1f", perResource[perResource.count - 1]), 21),
        padded("\(verdicts)", 12))
}
print(
    String(
        format: "time a resource, the largest account over the smallest: %.2f   aim: 1 is linear, below 1 s in all",
        perResource[2] / perResource[0]))
