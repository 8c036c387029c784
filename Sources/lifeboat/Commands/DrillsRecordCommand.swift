import ArgumentParser
import Foundation
import Ledger

/// `lifeboat drills record`: a drill that was done by hand, or the correction of one.
struct DrillsRecordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Append a drill that was done without Lifeboat, or the correction of one.",
        discussion: """
            The file is one drill as `lifeboat drills --output json` writes it, as JSON: resource, resourceType, \
            drilledAt, operatorName, scenario, region, mechanism, kind (real, rehearsal), outcome (succeeded, failed, \
            abandoned), checks, evidence and jobs; where they are known account, recoveryPoint, \
            recoveryPointCreatedAt, recoveryTime and dataLoss in seconds, walkthrough, isDrill (false in earnest), \
            parts (what came back alone), provesNothing (why). Without a check that passed it proves nothing.
            """)

    @Argument(help: ArgumentHelp("The drill.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("The drill that this one puts right.", valueName: "number"))
    var corrects: Int64?

    func run() throws {
        let drill = try read()
        let now = Date()
        guard drill.drilledAt <= now else { throw Failure.usage("the drill in \(file) lies in the future") }
        let ledger = try LedgerAccess.toWrite()
        let recorded: RecordedDrill
        do { recorded = try ledger.record(drill, correcting: corrects, at: now) } catch {
            if case .unknownDrill = error { throw Failure.usage(error.description) }
            throw Failure.couldNotTell(error.description)
        }
        try Output.standard("Recorded as drill \(recorded.id) in \(ledger.path).\n")
    }

    private func read() throws -> Drill {
        let bytes: Data
        do { bytes = try Data(contentsOf: URL(fileURLWithPath: file)) } catch {
            throw Failure.usage("the drill \(file) cannot be read")
        }
        let decoder = JSONDecoder()
        // The library's own ISO 8601 does not say which of the moments it did not understand.
        decoder.dateDecodingStrategy = .custom { decoder in
            let text = try decoder.singleValueContainer().decode(String.self)
            guard let moment = try? Date(text, strategy: .iso8601) else {
                throw DecodingError.dataCorrupted(
                    .init(codingPath: decoder.codingPath, debugDescription: "no moment in ISO 8601"))
            }
            return moment
        }
        do { return try decoder.decode(Drill.self, from: bytes) } catch let error as DecodingError {
            throw Failure.usage("the drill \(file) is not whole: \(error.what)")
        } catch {
            throw Failure.usage("the drill \(file) is not JSON")
        }
    }
}

extension DecodingError {
    /// What is missing, or is not what it should be.
    fileprivate var what: String {
        switch self {
        case .keyNotFound(let key, _): "it has no \(key.stringValue)"
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            context.codingPath.isEmpty
                ? "it is not JSON"
                : "its \(context.codingPath.map(\.stringValue).joined(separator: ".")) is not understood"
        @unknown default: "it is not understood"
        }
    }
}
