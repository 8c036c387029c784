import AWSModel

/// Draws small accounts, most of them with something wrong.
struct AccountDrawing {
    var dice: Dice
    let seed: UInt64

    init(seed: UInt64) {
        self.seed = seed
        dice = Dice(seed: seed)
    }

    mutating func account() -> DrawnAccount {
        var account = DrawnAccount(seed: seed)
        account.steps = dice.pick(3, 6, 9, 12, 30)
        for index in 0..<dice.number(1...4) { account.buckets.append(bucket("b\(index)")) }
        for index in account.buckets.indices where dice.chance(index == 0 ? 85 : 40) {
            replicate(index, in: &account)
        }
        for index in 0..<dice.pick(0, 0, 1, 2, 3) { account.resources.append(resource(index)) }
        if dice.chance(60) {
            account.vaults = vaults()
            for _ in 0..<dice.pick(1, 1, 2) { account.plans.append(plan(for: account)) }
        }
        for region in DrawnAccount.regions where dice.chance(15) {
            account.optOuts[region] = [dice.pick("S3", "EBS", "Aurora", "DynamoDB")]
        }
        for region in DrawnAccount.regions where dice.chance(15) { account.plainDynamoDB.insert(region) }
        for _ in 0..<dice.pick(0, 0, 0, 1, 1, 2) {
            if let event = event(in: account) { account.events.append(event) }
        }
        account.obstacles = obstacles(in: account)
        return account
    }

    mutating func region() -> Region { dice.pick("us-east-1", "us-east-1", "us-west-2", "us-west-2", "eu-west-1") }

    mutating func bucket(_ name: String) -> DrawnBucket {
        var bucket = DrawnBucket(name: name, region: region())
        bucket.versioning = dice.chance(85) ? .enabled : dice.pick(nil, .suspended)
        bucket.tags = dice.chance(50) ? ["tier": dice.pick("gold", "tin")] : [:]
        if dice.chance(30) { bucket.defaultKey = dice.pick("good", "good", "spare", "") }
        if dice.chance(15), bucket.versioning == .enabled {
            bucket.lock = DrawnLock(mode: dice.pick(nil, .governance, .compliance), days: dice.pick(1, 30))
            if dice.chance(25) { bucket.lock?.from = dice.pick(1, 2) }
        }
        if dice.chance(12) {
            bucket.lifecycle = DrawnLifecycle(
                prefix: dice.pick("", "", "a/"), current: dice.pick(nil, 1, 2, 5), noncurrent: dice.pick(nil, 1, 3))
        }
        bucket.notifiesEventBridge = dice.chance(85)
        if dice.chance(5) { bucket.lag = 7_200 }
        return bucket
    }

    mutating func resource(_ index: Int) -> DrawnResource {
        let region = region()
        let (type, path) = dice.pick(
            ("EBS", "ec2:%:volume/vol-0"), ("RDS", "rds:%:db:db"), ("RDS", "rds:%:cluster:multi"),
            ("Aurora", "rds:%:cluster:aurora"), ("DynamoDB", "dynamodb:%:table/table"),
            ("EFS", "elasticfilesystem:%:file-system/fs-0"), ("FSx", "fsx:%:file-system/fs-1"),
            ("Redshift", "redshift:%:cluster:warehouse"))
        let place = "\(region):\(DrawnAccount.id)"
        return DrawnResource(
            arn: "arn:aws:" + path.split(separator: "%").joined(separator: place) + "\(index)", type: type,
            region: region, tags: dice.chance(50) ? ["tier": dice.pick("gold", "tin")] : [:],
            gigabytes: dice.pick(1, 1, 10, 400))
    }

    mutating func event(in account: DrawnAccount) -> DrawnEvent? {
        let step = dice.number(1...account.steps)
        guard let bucket = dice.pick(account.buckets) else { return nil }
        let arn = dice.pick(account.arns) ?? ""
        let (name, region) = (dice.pick("good", "spare"), region())
        let vault = dice.pick(account.vaults)
        let kind: DrawnEvent.Kind? =
            switch dice.number(0...12) {
            case 0: .versioning(bucket: bucket.name, .suspended)
            case 1: .versioning(bucket: bucket.name, .enabled)
            case 2: .deleteBucket(bucket.name)
            case 3: .removeRules(bucket: bucket.name)
            case 4: .key(name: name, region, .disabled)
            case 5: .eventBridge(bucket: bucket.name, dice.chance(30))
            case 6: .darkness(region)
            case 7: .light
            case 8: .copiesFail(arn: arn)
            case 9: .backupsFail(arn: arn)
            case 10: .optOut(dice.pick("S3", "EBS", "RDS"), region)
            case 11: account.plans.isEmpty ? nil : .dropSelections(planIndex: dice.number(0...account.plans.count - 1))
            default: vault.map { .deleteVault($0.name, $0.region) }
            }
        return kind.map { DrawnEvent(step: step, kind: $0) }
    }

    mutating func obstacles(in account: DrawnAccount) -> DrawnObstacles {
        var obstacles = DrawnObstacles()
        if dice.chance(15) { obstacles.darkRegion = region() }
        for _ in 0..<dice.pick(1, 1, 2, 4) {
            let action =
                dice.pick([
                    "s3:ListAllMyBuckets", "s3:GetReplicationConfiguration", "s3:GetBucketVersioning", "s3:ListBucket",
                    "s3:GetEncryptionConfiguration", "s3:GetLifecycleConfiguration", "s3:GetBucketTagging",
                    "s3:GetBucketObjectLockConfiguration", "s3:GetBucketNotification", "s3:*", "kms:DescribeKey",
                    "iam:*", "cloudwatch:GetMetricData", "backup:*", "backup:ListBackupPlans", "backup:GetBackupPlan",
                    "backup:ListBackupSelections", "backup:GetBackupSelection", "backup:ListBackupVaults",
                    "backup:ListRecoveryPointsByBackupVault", "backup:DescribeRegionSettings",
                    "backup:ListProtectedResources", "backup:ListCopyJobs", "backup:ListBackupJobs",
                    "backup:DescribeBackupVault", "backup:DescribeRecoveryPoint", "ec2:DescribeRegions",
                ]) ?? "s3:*"
            let bucket = action.hasPrefix("s3:") ? dice.pick(account.buckets.map(\.name)) : nil
            obstacles.denials.append(
                DrawnObstacles.Denial(
                    action: action, resource: dice.chance(50) ? bucket : nil, region: dice.chance(50) ? region() : nil))
        }
        return obstacles
    }
}
