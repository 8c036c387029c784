import AWSModel
import Foundation
import Ledger

// Said of each thing only after it is done, for whoever reads it may kill this process at once.
func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

func work(_ arguments: [String]) throws {
    guard arguments.count > 1 else { return say("usage: ledger-worker open|intend|claim PATH [NAME]") }
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
    case "claim":
        _ = readLine()
        switch try ledger.claim(.walkthrough(name), at: Date()) {
        case .taken(let lease): say("taken \(lease.number)")
        case .held(let lease): say("held by \(lease.holder.process)")
        }
        // Until the test lets go, or kills.
        _ = readLine()
    default: break
    }
}

signal(SIGXFSZ, SIG_IGN)
do { try work(Array(CommandLine.arguments.dropFirst())) } catch {
    say("failed: \(error)")
    exit(2)
}
