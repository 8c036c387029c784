import AWSModel

/// Draws accounts of databases, tables, volumes and file systems.
extension AccountDrawing {
    mutating func nativeAccount() -> DrawnAccount {
        var account = DrawnAccount(seed: seed)
        account.steps = dice.pick(3, 6, 9, 12, 30)
        for index in 0..<dice.pick(1, 1, 2, 3) { addNative(index, to: &account) }
        if dice.chance(35) {
            account.vaults = vaults()
            // Nothing but a lock keeps anything of these from an administrator.
            if dice.chance(40) {
                for index in account.vaults.indices { account.vaults[index].lock = .compliance }
            }
            for _ in 0..<dice.pick(1, 1, 2) { account.plans.append(plan(for: account)) }
        }
        for region in DrawnAccount.regions where dice.chance(10) {
            account.optOuts[region] = [dice.pick("RDS", "EBS", "Aurora", "DynamoDB", "EFS")]
        }
        for region in DrawnAccount.regions where dice.chance(15) { account.plainDynamoDB.insert(region) }
        for _ in 0..<dice.pick(0, 0, 0, 1, 2) {
            if let event = nativeEvent(in: account) { account.events.append(event) }
        }
        account.obstacles = nativeObstacles()
        return account
    }

    private mutating func addNative(_ index: Int, to account: inout DrawnAccount) {
        let steps = account.steps
        switch dice.number(0...9) {
        case 0, 1, 2: account.natives.databases.append(database("db\(index)", steps))
        case 3, 4: account.natives.clusters.append(cluster("cl\(index)", steps))
        case 5, 6: account.natives.tables.append(table("tab\(index)", steps))
        case 7, 8:
            let volume = volume("\(index)", steps, &account)
            account.natives.volumes.append(volume)
        default: account.natives.fileSystems.append(fileSystem("\(index)", steps))
        }
    }

    mutating func basics(_ name: String, in region: Region? = nil) -> DrawnBasics {
        let region = region ?? self.region()
        return DrawnBasics(
            name: name, region: region, key: dice.chance(40) ? key(of: region) : nil,
            tags: dice.chance(50) ? ["tier": dice.pick("gold", "tin")] : [:])
    }

    /// A key of a region, now and then one that does not work.
    mutating func key(of region: Region) -> String {
        DrawnKey.placeholder(dice.pick("good", "good", "good", "good", "good", "spare", "spare", "off"), region)
    }

    /// What encrypts a copy in another region: a key of that region if anything, once in a while one of the source's.
    mutating func key(ofCopyIn region: Region, of source: DrawnBasics) -> String? {
        guard source.key != nil || dice.chance(15) else { return nil }
        return dice.chance(5) ? DrawnKey.placeholder("good", source.region) : key(of: region)
    }

    /// Mostly another region.
    mutating func elsewhere(_ home: Region, near percent: Int = 15) -> Region {
        dice.chance(percent) ? home : dice.pick(DrawnAccount.regions.filter { $0 != home }) ?? home
    }

    private mutating func nativeEvent(in account: DrawnAccount) -> DrawnEvent? {
        let step = dice.number(1...account.steps)
        let arn = dice.pick(account.arns) ?? ""
        let (name, region) = (dice.pick("good", "spare"), region())
        let vault = dice.pick(account.vaults)
        let kind: DrawnEvent.Kind? =
            switch dice.number(0...6) {
            case 0, 1: .key(name: name, region, dice.pick(.disabled, .pendingDeletion))
            case 2: .copiesFail(arn: arn)
            case 3: .backupsFail(arn: arn)
            case 4: .optOut(dice.pick("RDS", "EBS", "DynamoDB", "EFS"), region)
            case 5: account.plans.isEmpty ? nil : .dropSelections(planIndex: dice.number(0...account.plans.count - 1))
            default: vault.map { .deleteVault($0.name, $0.region) }
            }
        return kind.map { DrawnEvent(step: step, kind: $0) }
    }

    private mutating func nativeObstacles() -> DrawnObstacles {
        var obstacles = DrawnObstacles()
        if dice.chance(20) { obstacles.darkRegion = region() }
        for _ in 0..<dice.pick(1, 1, 2, 4) {
            let action = dice.pick(Self.nativeActions) ?? "rds:*"
            obstacles.denials.append(DrawnObstacles.Denial(action: action, region: dice.chance(60) ? region() : nil))
        }
        return obstacles
    }

    private static let nativeActions = [
        "rds:*", "rds:DescribeDBInstances", "rds:DescribeDBClusters", "rds:DescribeGlobalClusters",
        "rds:DescribeDBInstanceAutomatedBackups", "rds:DescribeDBSnapshots", "rds:DescribeDBClusterSnapshots",
        "dynamodb:*", "dynamodb:ListTables", "dynamodb:DescribeTable", "dynamodb:DescribeContinuousBackups",
        "dynamodb:ListBackups", "dynamodb:ListGlobalTables", "ec2:DescribeVolumes", "ec2:DescribeSnapshots",
        "dlm:*", "dlm:GetLifecyclePolicies", "dlm:GetLifecyclePolicy", "elasticfilesystem:*",
        "elasticfilesystem:DescribeFileSystems", "elasticfilesystem:DescribeReplicationConfigurations",
        "kms:DescribeKey", "cloudwatch:GetMetricData", "backup:*", "backup:ListBackupPlans",
        "backup:ListBackupSelections", "backup:ListBackupVaults", "backup:ListRecoveryPointsByBackupVault",
        "backup:DescribeRegionSettings", "backup:ListProtectedResources", "backup:ListBackupJobs",
        "ec2:DescribeRegions", "sts:GetCallerIdentity",
    ]
}
