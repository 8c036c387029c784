package import AWSCore
import AWSModel
import AWSServices
package import Foundation
import Posture

/// Sends read operations and turns what comes of them into readings; keeps the log of which regions answer.
package struct Reader: Sendable {
    let client: AWSClient
    let regions = RegionLog()
    private let sources = ReadingSources()
    let now: @Sendable () -> Date

    package init(client: AWSClient, now: @escaping @Sendable () -> Date) {
        self.client = client
        self.now = now
    }

    func source(_ call: String, in region: Region) -> ReadingSource { sources.source(call, in: region) }

    /// The operation's answer as a reading.
    ///
    /// - Parameter absentCodes: the codes with which AWS says that nothing is configured (1.25).
    func read<O: ReadOperation>(
        _ operation: O, in region: Region, absentCodes: Set<String> = []
    ) async -> Reading<O.Output> {
        let result = await attempt(operation, in: region)
        return reading(of: O.self, result, in: region, absentCodes: absentCodes)
    }

    /// All pages of a listing as one reading: a value only when the last page was reached.
    ///
    /// - Parameters:
    ///   - absentCodes: the codes with which AWS says that there is nothing to list.
    ///   - limit: so many items are the most that are asked for; a listing of more is failed, for a part of it is not
    ///     the whole.
    ///   - onPage: given each page as it comes.
    func readAll<O: PaginatedOperation, Item>(
        _ operation: O, in region: Region, absentCodes: Set<String> = [], limit: Limit? = nil,
        onPage: ([Item]) -> Void = { _ in }
    ) async -> Reading<[Item]> where O.Output == Page<Item> {
        var items: [Item] = []
        do {
            for try await page in client.pages(operation, in: region) {
                onPage(page.items)
                items.append(contentsOf: page.items)
                if let limit, items.count > limit.count { return tooMany(O.call, limit, in: region) }
            }
            regions.answered(region)
            return Reading(.value(items), of: source(O.call, in: region), at: now())
        } catch {
            regions.failed(error)
            let isAbsent = error.code.map(absentCodes.contains) ?? false
            return Reading(isAbsent ? .absent : Self.outcome(error), of: source(O.call, in: region), at: now())
        }
    }

    /// At least the first `most` items where there are as many, and whether some were left out.
    func readFirst<O: PaginatedOperation, Item>(
        _ most: Int, of operation: O, in region: Region
    ) async -> (Reading<[Item]>, isCut: Bool) where O.Output == Page<Item> {
        var items: [Item] = []
        do {
            for try await page in client.pages(operation, in: region) {
                // There is a page beyond what was enough.
                if items.count >= most {
                    regions.answered(region)
                    return (Reading(.value(items), of: source(O.call, in: region), at: now()), true)
                }
                items.append(contentsOf: page.items)
            }
            regions.answered(region)
            return (Reading(.value(items), of: source(O.call, in: region), at: now()), false)
        } catch {
            regions.failed(error)
            return (Reading(Self.outcome(error), of: source(O.call, in: region), at: now()), false)
        }
    }

    /// "20000 jobs"
    struct Limit: Sendable {
        var count: Int
        var noun: String
    }

    private func tooMany<Item>(_ call: String, _ limit: Limit, in region: Region) -> Reading<[Item]> {
        regions.answered(region)
        return Reading(.failed(code: "more than \(limit.count) \(limit.noun)"), of: source(call, in: region), at: now())
    }

    /// The operation's answer or error, logged for its region.
    func attempt<O: ReadOperation>(_ operation: O, in region: Region) async -> Result<O.Output, AWSError> {
        do {
            let output = try await client.send(operation, in: region)
            regions.answered(region)
            return .success(output)
        } catch {
            regions.failed(error)
            return .failure(error)
        }
    }

    func reading<O: ReadOperation>(
        of operation: O.Type, _ result: Result<O.Output, AWSError>, in region: Region, absentCodes: Set<String> = []
    ) -> Reading<O.Output> {
        let outcome: Reading<O.Output>.Outcome =
            switch result {
            case .success(let output): .value(output)
            case .failure(let error):
                if let code = error.code, absentCodes.contains(code) { .absent } else { Self.outcome(error) }
            }
        return Reading(outcome, of: source(O.call, in: region), at: now())
    }

    /// What an error means for the fact that was asked for.
    static func outcome<Value>(_ error: AWSError) -> Reading<Value>.Outcome {
        switch error.cause {
        case .denied: .denied(code: error.code ?? "HTTP \(error.status ?? 403)")
        case .transport, .circuitOpen, .cancelled: .unreachable(cause: error.reason)
        case .service, .throttled, .credentialsRejected: .failed(code: error.code ?? "HTTP \(error.status ?? 0)")
        case .malformedReply, .credentials, .endpoint: .failed(code: error.reason)
        }
    }
}
