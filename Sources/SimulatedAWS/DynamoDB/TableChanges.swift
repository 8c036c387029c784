import AWSCore
import AWSModel
import Foundation

/// Answers the calls of DynamoDB that make, change and delete tables.
enum TableChanges {
    static func respond(
        to request: SimulatedRequest, _ operation: String, _ input: JSONInput, in account: inout SimulatedAccount
    ) throws(ServiceError) -> HTTPResponse {
        if let reply = try TableBackups.respond(to: request, operation, input, in: &account) { return reply }
        switch operation {
        case "CreateTable": return try create(input, request, in: &account)
        case "UpdateTable": return try update(input, request, in: &account)
        case "UpdateContinuousBackups": return try updateContinuousBackups(input, request, in: &account)
        case "RestoreTableToPointInTime": return try restore(input, request, in: &account)
        case "DeleteTable":
            let table = try DynamoDBService.table(input, request, account)
            guard !table.deletionProtection else {
                throw DynamoDBService.validation(
                    "Resource cannot be deleted as it is currently protected against deletion. Disable deletion "
                        + "protection first.")
            }
            var members = TableDescription.members(table, in: account.tables, at: account.now)
            members["TableStatus"] = .string("DELETING")
            // What point in time recovery held of it stays, as it was at the end (3.4).
            if table.recoverableSince != nil {
                account.tables.backUp(
                    table, named: table.name + "$DeletedTableBackup", kind: "SYSTEM", at: account.now)
            }
            account.tables.remove(table.name, in: request.region)
            return DynamoDBService.reply(["TableDescription": .object(members)])
        default: throw DynamoDBService.unknownOperation
        }
    }

    private static func create(_ input: JSONInput, _ request: SimulatedRequest, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let name = input.string("TableName") ?? ""
        guard (3...255).contains(name.count) else {
            throw DynamoDBService.validation(
                "TableName must be at least 3 characters long and at most 255 characters long")
        }
        guard account.tables[name, request.region] == nil else {
            throw DynamoDBService.inUse("Table already exists: \(name)")
        }
        let throughput = input.object("ProvisionedThroughput")
        guard throughput != nil || input.string("BillingMode") == "PAY_PER_REQUEST" else {
            throw DynamoDBService.validation(
                "One or more parameter values were invalid: ReadCapacityUnits and WriteCapacityUnits must both be "
                    + "specified when BillingMode is PROVISIONED")
        }
        let key = try keyARN(input.object("SSESpecification"), request, account)
        let stream = input.object("StreamSpecification")
        account.tables.add(name, in: request.region, account: account.id, at: account.now)
        account.tables.update(name, in: request.region) { table in
            table.tags = DynamoDBService.tags(in: input)
            table.attributes = input.document("AttributeDefinitions") ?? .array([])
            table.keySchema = input.document("KeySchema") ?? .array([])
            table.billingMode = input.string("BillingMode") ?? "PROVISIONED"
            table.readUnits = throughput?.integer("ReadCapacityUnits") ?? 0
            table.writeUnits = throughput?.integer("WriteCapacityUnits") ?? 0
            table.streamView = stream?.bool("StreamEnabled") == true ? stream?.string("StreamViewType") : nil
            table.deletionProtection = input.bool("DeletionProtectionEnabled") ?? false
            table.keyARN = key
        }
        return description(name, request.region, account)
    }

    private static func keyARN(
        _ specification: JSONInput?, _ request: SimulatedRequest, _ account: SimulatedAccount
    ) throws(ServiceError) -> String? {
        guard let specification, specification.bool("Enabled") == true else { return nil }
        guard let name = specification.string("KMSMasterKeyId") else {
            return "arn:\(request.partition):kms:\(request.region):\(account.id):alias/aws/dynamodb"
        }
        return account.keys.find(name, in: request.region)?.metadata.arn.text ?? name
    }

    private static func update(_ input: JSONInput, _ request: SimulatedRequest, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let table = try DynamoDBService.table(input, request, account)
        for change in input.objects("ReplicaUpdates") {
            try apply(change, to: table, in: &account)
        }
        let throughput = input.object("ProvisionedThroughput")
        let stream = input.object("StreamSpecification")
        account.tables.update(table.name, in: request.region) { table in
            table.deletionProtection = input.bool("DeletionProtectionEnabled") ?? table.deletionProtection
            table.billingMode = input.string("BillingMode") ?? table.billingMode
            table.readUnits = throughput?.integer("ReadCapacityUnits") ?? table.readUnits
            table.writeUnits = throughput?.integer("WriteCapacityUnits") ?? table.writeUnits
            if let stream {
                table.streamView = stream.bool("StreamEnabled") == true ? stream.string("StreamViewType") : nil
            }
        }
        return description(table.name, request.region, account)
    }

    private static func apply(_ change: JSONInput, to table: SimulatedTable, in account: inout SimulatedAccount)
        throws(ServiceError)
    {
        if let creation = change.object("Create") {
            let region = Region(creation.string("RegionName") ?? "")
            guard account.regions.isEnabled(region), region != table.region else {
                throw DynamoDBService.validation(
                    "One or more parameter values were invalid: Cannot add the region: '\(region)'")
            }
            guard account.tables[table.name, region] == nil else {
                throw DynamoDBService.validation(
                    "Failed to create a the new replica of table with name: '\(table.name)' because one or more "
                        + "replicas already existed as tables.")
            }
            account.tables.addReplica(
                of: table.name, in: table.region, to: region, keyARN: creation.string("KMSMasterKeyId"),
                at: account.now)
        }
        if let deletion = change.object("Delete") {
            let region = Region(deletion.string("RegionName") ?? "")
            guard account.tables.replicas(of: table).contains(where: { $0.region == region }) else {
                throw DynamoDBService.validation(
                    "Replica specified in the Replica Update or Replica Delete action of the request was not found.")
            }
            account.tables.remove(table.name, in: region)
        }
    }

    private static func updateContinuousBackups(
        _ input: JSONInput, _ request: SimulatedRequest, in account: inout SimulatedAccount
    ) throws(ServiceError) -> HTTPResponse {
        let table = try DynamoDBService.table(input, request, account, orThrow: "TableNotFoundException")
        let specification = input.object("PointInTimeRecoverySpecification")
        let days = specification?.integer("RecoveryPeriodInDays") ?? table.recoveryPeriodInDays
        guard (1...35).contains(days) else {
            throw DynamoDBService.validation("RecoveryPeriodInDays must be between 1 and 35: \(days)")
        }
        let isOn = specification?.bool("PointInTimeRecoveryEnabled") ?? false
        let now = account.now
        account.tables.update(table.name, in: request.region) {
            $0.recoverableSince = isOn ? $0.recoverableSince ?? now : nil
            $0.recoveryPeriodInDays = isOn ? days : 35
        }
        let changed = try DynamoDBService.table(input, request, account)
        return DynamoDBService.reply([
            "ContinuousBackupsDescription": TableDescription.continuousBackups(changed, at: now)
        ])
    }

    /// The new table has the same rows and none of the settings around them (3.4).
    private static func restore(_ input: JSONInput, _ request: SimulatedRequest, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let name = DynamoDBService.name(input.string("SourceTableName") ?? input.string("SourceTableArn") ?? "")
        let target = input.string("TargetTableName") ?? ""
        func failure(_ code: String, _ message: String) -> ServiceError {
            ServiceError(400, DynamoDBService.errors + code, message)
        }
        guard let source = account.tables[name, request.region] else {
            throw failure("TableNotFoundException", "Table not found: \(name)")
        }
        guard let window = source.restorableRange(at: account.now) else {
            throw failure(
                "PointInTimeRecoveryUnavailableException", "Point in time recovery is not enabled for table '\(name)'")
        }
        guard account.tables[target, request.region] == nil else {
            throw failure("TableAlreadyExistsException", "Table already exists: \(target)")
        }
        if let seconds = input.number("RestoreDateTime") {
            guard window.contains(Date(timeIntervalSince1970: seconds)) else {
                throw failure("InvalidRestoreTimeException", "The restore time is not within the recovery window.")
            }
        } else if input.bool("UseLatestRestorableTime") != true {
            throw DynamoDBService.validation("Either RestoreDateTime or UseLatestRestorableTime is required")
        }
        let readyAt = account.now.addingTimeInterval(600)
        account.tables.add(target, in: request.region, account: account.id, at: account.now)
        account.tables.update(target, in: request.region) { table in
            table.takeRows(of: source)
            table.keyARN = source.keyARN
            table.readyAt = readyAt
        }
        return description(target, request.region, account)
    }

    private static func description(_ name: String, _ region: Region, _ account: SimulatedAccount) -> HTTPResponse {
        guard let table = account.tables[name, region] else { return DynamoDBService.reply([:]) }
        return DynamoDBService.reply([
            "TableDescription": .object(TableDescription.members(table, in: account.tables, at: account.now))
        ])
    }
}
