import AWSModel
import Foundation

/// The chapter of services: databases and disks that no backup plan knows, which protect themselves, or do not.
///
/// Each team chose what its service offers: a replica, copied backups, a global table, snapshots that travel. Some
/// chose what only sounds alike: a second zone, snapshots that stay at home, a second cluster without an instance.
extension DemoCompany {
    mutating func addServices() {
        addInstance(Self.subscriptions, gigabytes: 80, key: "customers", keepingDays: 14, tier: "critical")
        addInstance(Self.royalties, gigabytes: 25, keepingDays: 7, tier: "critical")
        addInstance(Self.reviews, gigabytes: 60, keepingDays: 7, tier: "standard")
        // Two zones, and everything in one region (3.2).
        addInstance(Self.premieres, gigabytes: 30, keepingDays: 7, tier: "critical")
        account.databases.updateInstance(Self.premieres.name, in: Self.home) { $0.isMultiAZ = true }
        // Somebody switched its backups off for a load test.
        addInstance(Self.renderQueue, gigabytes: 10, keepingDays: 0, tier: "standard")
        addCluster(Self.viewers, gigabytes: 150, key: "customers", instances: 2, tier: "critical")

        addTable(Self.playerPositions, gigabytes: 18, recoverable: true, tier: "critical")
        addTable(Self.watchlists, gigabytes: 6, recoverable: true, tier: "standard")
        addTable(Self.featureFlags, gigabytes: 1, tier: "standard")

        addVolume(
            Self.searchIndex, gigabytes: 200, attachedTo: Self.searchServer, tier: "critical", snapshots: "copied")
        addVolume(Self.mailSpool, gigabytes: 50, attachedTo: Self.mailServer, tier: "standard", snapshots: "local")
        addVolume(Self.buildCache, gigabytes: 300, tier: "scratch")

        addFileSystem(Self.editProjects, gigabytes: 900, tier: "critical")
        addFileSystem(Self.transcodeScratch, gigabytes: 250, zone: "us-east-1a", tier: "scratch")
    }

    /// What carries them to another region, once the recovery region was chosen.
    mutating func replicateServices() {
        copyAutomatedBackups()
        addReadReplicas()
        spreadViewers()
        account.tables.addReplica(
            of: Self.playerPositions.name, in: Self.home, to: Self.recovery, at: account.now)
        account.tables.update(Self.playerPositions.name, in: Self.recovery) { $0.tags = Self.tags("critical") }
        addSnapshotPolicies()
        replicateEditProjects()
    }

    private mutating func copyAutomatedBackups() {
        guard let source = account.databases.instances[Self.home]?[Self.subscriptions.name] else { return }
        account.databases.replicateBackups(
            of: source, to: Self.recovery, account: account.id, retentionDays: 14,
            keyARN: key("customers-dr", in: Self.recovery), at: account.now)
    }

    private mutating func addReadReplicas() {
        for (source, replica) in [(Self.royalties, Self.royaltiesReplica), (Self.reviews, Self.reviewsReplica)] {
            guard let primary = account.databases.instances[source.region]?[source.name] else { continue }
            addInstance(replica, gigabytes: primary.size.bytes / 1_000_000_000, keepingDays: 0, tier: "standard")
            account.databases.updateInstance(replica.name, in: replica.region) { $0.sourceARN = primary.arn }
        }
    }

    /// The cluster of the recovery region has an instance; that of Sydney waits for a launch that was put off.
    private mutating func spreadViewers() {
        guard let primary = account.databases.clusters[Self.home]?[Self.viewers.name] else { return }
        account.databases.addGlobalCluster(
            "viewer-accounts-global", in: Self.home, account: account.id, engine: primary.engine,
            engineVersion: primary.engineVersion)
        account.databases.updateGlobalCluster("viewer-accounts-global") { $0.isEncrypted = true }
        account.databases.join(primary, to: "viewer-accounts-global")
        addCluster(Self.viewersReplica, gigabytes: 150, key: "customers-dr", instances: 1, tier: "critical")
        addCluster(Self.viewersHeadless, gigabytes: 150, instances: 0, tier: "critical")
        // What follows an encrypted cluster is encrypted; here with RDS's own key.
        let ownKey = arn("kms", Self.sydney, "alias/aws/rds")
        account.databases.updateCluster(Self.viewersHeadless.name, in: Self.sydney) { $0.keyARN = ownKey }
        for place in [Self.viewersReplica, Self.viewersHeadless] {
            guard let secondary = account.databases.clusters[place.region]?[place.name] else { continue }
            account.databases.join(secondary, to: "viewer-accounts-global")
        }
    }

    private mutating func addSnapshotPolicies() {
        let role = account.createServiceRole(
            "AWSDataLifecycleManagerDefaultRole", for: "dlm.amazonaws.com", path: "/service-role/")
        let copy = JSONText.object([
            "Target": .string(Self.recovery.name), "Encrypted": .bool(false), "CopyTags": .bool(true),
            "RetainRule": .object(["Interval": .integer(7), "IntervalUnit": .string("DAYS")]),
        ])
        account.lifecyclePolicies.add(
            "Snapshots that travel", details: snapshotPolicy("copied", hours: 6, keeping: 12, copies: [copy]),
            roleARN: role.text, in: Self.home, account: account.id, at: account.now)
        account.lifecyclePolicies.add(
            "Snapshots that stay", details: snapshotPolicy("local", hours: 24, keeping: 7, copies: []),
            roleARN: role.text, in: Self.home, account: account.id, at: account.now)
    }

    /// `PolicyDetails` for the volumes with a value of the tag `snapshots`.
    private func snapshotPolicy(_ value: String, hours: Int, keeping count: Int, copies: [JSONText]) -> JSONText {
        .object([
            "PolicyType": .string("EBS_SNAPSHOT_MANAGEMENT"), "ResourceTypes": .array([.string("VOLUME")]),
            "TargetTags": .array([.object(["Key": .string("snapshots"), "Value": .string(value)])]),
            "Schedules": .array([
                .object([
                    "Name": .string("every \(hours) hours"), "CopyTags": .bool(true),
                    "CreateRule": .object([
                        "Interval": .integer(hours), "IntervalUnit": .string("HOURS"),
                        "Times": .array([.string("03:00")]),
                    ]), "RetainRule": .object(["Count": .integer(count)]), "CrossRegionCopyRules": .array(copies),
                ])
            ]),
        ])
    }

    private mutating func replicateEditProjects() {
        addFileSystem(Self.editProjectsReplica, gigabytes: 900, tier: "critical")
        guard let source = account.fileSystems.fileSystems[Self.home]?[Self.id(Self.editProjects)],
            let replica = account.fileSystems.fileSystems[Self.recovery]?[Self.id(Self.editProjectsReplica)]
        else { return }
        account.fileSystems.replicate(source, to: replica, at: account.now)
    }

    /// A migration filled the replica's disk; it has not followed its source since.
    mutating func stopReviewsReplica() {
        account.databases.updateInstance(Self.reviewsReplica.name, in: Self.recovery) {
            $0.replicationError =
                "Replication has stopped: could not extend file \"base/16401/24867\": No space left on device"
        }
    }
}

/// Where they are.
extension DemoCompany {
    static let subscriptions = Place(
        service: "rds", region: home, resource: "db:subscriptions", name: "subscriptions")
    static let royalties = Place(service: "rds", region: home, resource: "db:royalties", name: "royalties")
    static let royaltiesReplica = Place(
        service: "rds", region: recovery, resource: "db:royalties-west", name: "royalties-west")
    static let reviews = Place(service: "rds", region: home, resource: "db:reviews", name: "reviews")
    static let reviewsReplica = Place(
        service: "rds", region: recovery, resource: "db:reviews-west", name: "reviews-west")
    static let premieres = Place(service: "rds", region: home, resource: "db:premieres", name: "premieres")
    static let renderQueue = Place(service: "rds", region: home, resource: "db:render-queue", name: "render-queue")
    static let viewers = Place(
        service: "rds", region: home, resource: "cluster:viewer-accounts", name: "viewer-accounts")
    static let viewersReplica = Place(
        service: "rds", region: recovery, resource: "cluster:viewer-accounts-west", name: "viewer-accounts-west")
    static let viewersHeadless = Place(
        service: "rds", region: sydney, resource: "cluster:viewer-accounts-sydney", name: "viewer-accounts-sydney")

    static let playerPositions = Place(
        service: "dynamodb", region: home, resource: "table/player-positions", name: "player-positions")
    static let watchlists = Place(service: "dynamodb", region: home, resource: "table/watchlists", name: "watchlists")
    static let featureFlags = Place(
        service: "dynamodb", region: home, resource: "table/feature-flags", name: "feature-flags")

    /// Servers that a team can make anew at any time; nobody backs them up, and nothing lists them.
    static let searchServer = Place(
        service: "ec2", region: home, resource: "instance/i-0c62e8f4b1d93a750", name: "search-1")
    static let mailServer = Place(
        service: "ec2", region: home, resource: "instance/i-09f5d2c7a8e1b4630", name: "mail-1")
    static let searchIndex = Place(
        service: "ec2", region: home, resource: "volume/vol-0a94c7e2b5d18f360", name: "search-index")
    static let mailSpool = Place(
        service: "ec2", region: home, resource: "volume/vol-0d26f8b1e3a79c540", name: "mail-spool")
    static let buildCache = Place(
        service: "ec2", region: home, resource: "volume/vol-01e7b3d9c6f52a840", name: "build-cache")

    static let editProjects = Place(
        service: "elasticfilesystem", region: home, resource: "file-system/fs-06d4f1a8c92e7b530", name: "edit-projects")
    static let editProjectsReplica = Place(
        service: "elasticfilesystem", region: recovery, resource: "file-system/fs-0f83b6e5a1d4c7290",
        name: "edit-projects-dr")
    static let transcodeScratch = Place(
        service: "elasticfilesystem", region: home, resource: "file-system/fs-0b19e7c4d6a8f2350",
        name: "transcode-scratch")
}
