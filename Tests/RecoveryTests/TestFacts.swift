import AWSModel
import Foundation
import Posture

@testable import Recovery

/// What the world outside tells a walkthrough: two regions, one resource of each type, each with a copied recovery
/// point in us-west-2.
struct TestFacts {
    static let now = Date(timeIntervalSince1970: 1_795_262_400)  // 2026-11-21 12:00 UTC
    static let lastGood = now.addingTimeInterval(-3600)
    static let types: [ResourceType] = [
        .s3Bucket, .rdsInstance, .auroraCluster, .dynamoDBTable, .ebsVolume, .efsFileSystem,
    ]

    var facts: [Need: Fact] = [:]
    /// Instead of the copied recovery point.
    var way: RecoveryWay?
    var metadata: [String: String] = [:]
    var checks: [PreflightCheck] = []
    var progress = RecoveryProgress(.completed, percent: 100, created: ["arn:aws:s3:::made"], seconds: 1200)

    static func name(_ type: ResourceType) -> String {
        switch type {
        case .ebsVolume: "vol-1"
        case .efsFileSystem: "fs-1"
        default: "shop"
        }
    }

    static func arn(_ type: ResourceType, _ region: Region = "us-east-1") -> String {
        switch type {
        case .s3Bucket: "arn:aws:s3:::shop"
        case .rdsInstance, .rdsCluster: "arn:aws:rds:\(region):111122223333:db:shop"
        case .auroraCluster: "arn:aws:rds:\(region):111122223333:cluster:shop"
        case .dynamoDBTable: "arn:aws:dynamodb:\(region):111122223333:table/shop"
        case .ebsVolume: "arn:aws:ec2:\(region):111122223333:volume/vol-1"
        case .efsFileSystem: "arn:aws:elasticfilesystem:\(region):111122223333:file-system/fs-1"
        case .other: "arn:aws:other:\(region):111122223333:thing"
        }
    }

    static func resource(_ type: ResourceType) -> AffectedResource {
        AffectedResource(
            arn: arn(type), name: name(type), type: type, backupType: type.backupName, region: "us-east-1",
            verdict: .protected, reason: "backup copy in us-west-2")
    }

    static func copied(_ edit: (inout RecoveryWay) -> Void = { _ in }) -> RecoveryWay {
        var way = RecoveryWay(
            means: .restoreJob, mechanism: .backupCopy, region: "us-west-2",
            target: "arn:aws:backup:us-west-2:111122223333:recovery-point:p-1",
            recoveryPoint: Estimate(duration: .hours(10), basis: .measured),
            recoveryTime: Estimate(duration: .hours(4), basis: .typical), assurance: .observed)
        way.point = PointDetails(
            arn: way.target, vault: "dr", createdAt: now.addingTimeInterval(-36_000), size: ByteCount(1 << 30),
            isCopy: true)
        edit(&way)
        return way
    }

    /// A path that is no restore.
    static func way(
        _ means: RecoveryWay.Means, _ mechanism: RecoveryPath.Mechanism, target: String, region: Region = "us-west-2",
        _ details: [String: String] = [:]
    ) -> RecoveryWay {
        var way = RecoveryWay(
            means: means, mechanism: mechanism, region: region, target: target,
            recoveryTime: Estimate(duration: .minutes(15), basis: .typical))
        way.details = details
        return way
    }

    func fact(for need: Need) -> Fact {
        if let fact = facts[need] { return fact }
        switch need {
        case .regions: return .regions(["us-east-1", "us-west-2"])
        case .resources: return .resources(Self.types.map(Self.resource))
        case .ways: return .ways([way ?? Self.copied()])
        case .points: return .points([way?.point ?? Self.copied().point].compactMap { $0 })
        case .metadata: return .metadata(metadata)
        case .listing(let listing, let region):
            return .listing([Question.Choice("\(listing.rawValue)-\(region)", listing.rawValue)])
        case .routes:
            return .routes([
                AccessPointRoute(bucket: "shop", region: "us-east-1", dial: 100),
                AccessPointRoute(bucket: "shop-dr", region: "us-west-2", dial: 0),
            ])
        case .preflight(let draft):
            return .checks(
                checks
                    + Preflight.items(for: draft).filter { item in !checks.contains { $0.name == item.name } }
                    .map { PreflightCheck(name: $0.name, result: .passed, detail: "well") })
        case .token: return .token("token-1")
        case .progress: return .progress(progress)
        case .verification: return .verification([PreflightCheck(name: "there", result: .passed, detail: "it answers")])
        }
    }

    /// Gives a walkthrough all that it asks for.
    func feed(_ walk: inout Walkthrough) {
        for _ in 0..<50 {
            let needs = walk.needs
            if needs.isEmpty { return }
            for need in needs { walk.receive(fact(for: need), for: need) }
        }
    }

    static func walkthrough(isRehearsal: Bool = false) -> Walkthrough {
        Walkthrough(
            account: "111122223333", operatorName: "ada", startedAt: now, knownAt: now, isRehearsal: isRehearsal)
    }

    /// Answers by name, and with the initial value where none is given, until the confirmation, the end or a question
    /// that has no answer.
    @discardableResult
    func drive(_ walk: inout Walkthrough, _ answers: [String: String]) throws -> Question? {
        for _ in 0..<200 {
            feed(&walk)
            guard let question = walk.question, question.step != .confirm else { return walk.question }
            let usual = question.name == "last-good" ? Self.lastGood.formatted(.iso8601) : nil
            guard let answer = answers[question.name] ?? (question.isInfo ? "" : question.initial ?? usual) else {
                return question
            }
            try walk.answer(answer)
        }
        return walk.question
    }

    /// The answers that lead to a resource that was lost with us-east-1.
    static func lost(_ type: ResourceType, _ more: [String: String] = [:]) -> [String: String] {
        ["incident": "region-lost", "lost": "us-east-1", "resource": arn(type)]
            .merging(required(type), uniquingKeysWith: { $1 }).merging(more, uniquingKeysWith: { $1 })
    }

    /// What has no default.
    static func required(_ type: ResourceType) -> [String: String] {
        switch type {
        case .s3Bucket: ["bucket": "shop-dr"]
        case .ebsVolume: ["availability-zone": "us-west-2a"]
        case .auroraCluster: ["class": "db.r6g.large", "engine": "aurora-mysql"]
        default: [:]
        }
    }
}
