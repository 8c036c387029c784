import AWSCore
import AWSModel
import AWSServices
import Execution
import Foundation
import Posture
import Recovery

/// Answers what a walkthrough asks of the outside: from what was read, and by asking AWS. It changes nothing.
struct RecoveryDesk: Sendable {
    let client: AWSClient
    let now: @Sendable () -> Date
    let briefing: Briefing
    let inventory: Inventory

    func fact(for need: Need, of walkthrough: Walkthrough) async -> Fact {
        if let known = briefing.fact(for: need) { return known }
        switch need {
        case .points(let resource, let vault, let region, let moment):
            return await told { () async throws(AWSError) in
                .points(
                    try await RecoveryPointsBefore(client: client).list(
                        resource, in: vault, of: region, before: moment))
            }
        case .metadata(let point, let vault, let region):
            return await told { () async throws(AWSError) in
                .metadata(
                    try await client.send(
                        Backup.GetRecoveryPointRestoreMetadata(vaultName: vault, recoveryPointARN: point), in: region
                    ).metadata)
            }
        case .listing(let listing, let region):
            return await told { () async throws(AWSError) in .listing(try await choices(listing, in: region)) }
        case .routes(let accessPoint, let region):
            guard let account = ARN(accessPoint)?.account else {
                return .failure(ReadFailure(.other, "\(accessPoint) names no account"))
            }
            return await told { () async throws(AWSError) in
                .routes(
                    try await client.send(
                        S3Control.GetMultiRegionAccessPointRoutes(accountID: account, accessPoint: accessPoint),
                        in: region))
            }
        case .preflight(let draft):
            return .checks(await Execution.Preflight(client: client, now: now).check(draft))
        case .token: return .token(UUID().uuidString.lowercased())
        case .verification(let made):
            guard let draft = walkthrough.draft else { return .verification([]) }
            return .verification(
                await Verification(client: client).verify(made, of: draft, since: walkthrough.confirmedAt))
        case .regions, .resources, .ways, .progress:
            return .failure(ReadFailure(.other, "nothing is known of it"))
        }
    }

    private func told(_ ask: () async throws(AWSError) -> Fact) async -> Fact {
        do throws(AWSError) { return try await ask() } catch { return .failure(ReadFailure(error)) }
    }

    // MARK: What there is to choose from

    private func choices(_ listing: Need.Listing, in region: Region) async throws(AWSError) -> [Question.Choice] {
        switch listing {
        case .availabilityZones:
            return try await client.send(EC2.DescribeAvailabilityZones(), in: region)
                .filter { $0.state == nil || $0.state == "available" }.map { Question.Choice($0.name, $0.name) }
        case .subnetGroups:
            return try await all(RDS.DescribeDBSubnetGroups(), in: region).map { group in
                Question.Choice(group.name, group.name, details: group.vpc.map { ["in \($0)"] } ?? [])
            }
        case .securityGroups:
            return try await all(EC2.DescribeSecurityGroups(), in: region).map { group in
                Question.Choice(group.id, group.name ?? group.id, details: group.vpc.map { ["in \($0)"] } ?? [])
            }
        case .keys:
            let keys = inventory.keys.filter { $0.key.region == region }.compactMap { $0.value.value }
            return Dictionary(keys.map { ($0.arn.text, $0) }) { first, _ in first }.values
                .filter { $0.state == .known(.enabled) }.map { Question.Choice($0.arn.text, $0.arn.text) }
                .sorted { $0.value < $1.value }
        case .buckets:
            return inventory.buckets.filter { $0.region.value == region }.map { Question.Choice($0.name, $0.name) }
        case .roles:
            let roles = inventory.backup.flatMap { $0.plans.value ?? [] }.flatMap { $0.selections.value ?? [] }
                .compactMap { $0.selection.value?.roleARN }
            return Set(roles).sorted().map { Question.Choice($0, $0) }
        case .batchRoles:
            // What nobody read is not suggested: a role that S3 replicates with is often trusted by S3 alone.
            return inventory.roles.values.compactMap(\.role.value)
                .filter { TrustPolicy($0.trustPolicy)?.lets(BatchReplicationRole.service) == true }
                .map { Question.Choice($0.arn.text, $0.arn.text) }.sorted { $0.value < $1.value }
        case .fileSystems:
            let systems = inventory.native?.first { $0.region == region }?.fileSystems.value ?? []
            return systems.map(\.fileSystem).map { system in
                Question.Choice(system.id, system.name.flatMap { $0.isEmpty ? nil : $0 } ?? system.id)
            }
        }
    }

    private func all<O: PaginatedOperation, Item>(_ operation: O, in region: Region) async throws(AWSError) -> [Item]
    where O.Output == Page<Item> {
        var items: [Item] = []
        var pages = client.pages(operation, in: region).makeAsyncIterator()
        while let page = try await pages.next() { items += page.items }
        return items
    }
}

extension ReadFailure {
    init(_ error: AWSError) {
        let cause: Cause =
            switch error.cause {
            case .credentialsRejected, .credentials: .credentialsExpired
            case .transport, .circuitOpen: .regionDark
            case .denied: .denied
            case .throttled: .throttled
            case .service where error.status == 404 || error.code?.contains("NotFound") == true: .notFound
            case .service, .malformedReply, .endpoint, .cancelled: .other
            }
        self.init(cause, error.description)
    }
}
