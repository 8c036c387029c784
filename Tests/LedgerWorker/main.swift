import AWSModel
import Foundation
import Ledger

// Said of each thing only after it is done, for whoever reads it may kill this process at once.
func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

func work(_ arguments: [String]) throws {
    guard arguments.count > 1 else { return say("usage: ledger-worker open|intend|once|claim PATH [NAME]") }
    let ledger = try Ledger.open(at: arguments[1])
    say("open")
    let name = arguments.count > 2 ? arguments[2] : "worker"
    switch arguments[0] {
    case "intend":
        for number in 0... {
            let token = "\(name)-\(number)"
            try ledger.intend(
                Intent(
                    token: token, region: "us-west-2", call: "startRestoreJob", resource: "arn:aws:s3:::\(name)",
                    request: #"{"number":\#(number)}"#, operatorName: "\(name)@test"), at: Date())
            say("intended \(token)")
            try ledger.conclude(token, as: .accepted, identifier: "job-\(token)", at: Date())
            say("accepted \(token)")
        }
    case "once":
        _ = readLine()
        let intended = try ledger.intend(
            Intent(
                token: name, region: "us-west-2", call: "promoteReadReplica", resource: "arn:aws:rds:::db:\(name)",
                request: "{}", operatorName: "\(getpid())@test"), at: Date())
        say(intended.isNew ? "new" : "begun by \(intended.entry.intent.operatorName)")
    case "claim":
        _ = readLine()
        switch try ledger.claim(.walkthrough(name), at: Date()) {
        case .taken(let lease): say("taken \(lease.number)")
        case .held(let lease): say("held by \(lease.holder.process)")
        }
        // Until the test lets go, or kills.
        _ = readLine()
    case "save":
        // The name is how many resources there are, each in seven threats.
        say("saved \(try ledger.save(snapshot(resources: Int(name) ?? 0), at: Date()))")
    default: break
    }
}

func snapshot(resources: Int) -> PostureSnapshot {
    let verdicts = (0..<resources).map { number in
        SnapshotVerdict(
            arn: "arn:aws:s3:::bucket-of-some-length-\(number)", type: "s3-bucket",
            name: "bucket-of-some-length-\(number)", region: "us-east-1", verdict: "protected", assurance: "observed",
            accepted: false, reason: "replicated to us-west-2, recovery point \(number % 900) seconds (measured)")
    }
    return PostureSnapshot(
        takenAt: Date(), account: "123456789012", partition: "aws", answer: "yes", complete: true,
        regions: ["us-east-1", "us-west-2"],
        answers: (0..<7).map { number in
            SnapshotAnswer(
                threat: "threat-\(number)", region: nil, answer: "yes", onPaper: false, accepted: 0,
                counts: ["protected": resources], verdicts: verdicts)
        })
}

signal(SIGXFSZ, SIG_IGN)
do { try work(Array(CommandLine.arguments.dropFirst())) } catch {
    say("failed: \(error)")
    exit(2)
}
