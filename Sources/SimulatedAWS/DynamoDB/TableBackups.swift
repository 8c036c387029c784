import AWSCore
import AWSModel

/// Answers the calls of DynamoDB for backups by hand and for global tables of version 2017.11.29.
enum TableBackups {
    /// Nil for another call.
    static func respond(
        to request: SimulatedRequest, _ operation: String, _ input: JSONInput, in account: inout SimulatedAccount
    ) throws(ServiceError) -> HTTPResponse? {
        switch operation {
        case "CreateBackup":
            let table = try DynamoDBService.table(input, request, account, orThrow: "TableNotFoundException")
            let backup = account.tables.backUp(table, named: input.string("BackupName") ?? "", at: account.now)
            return DynamoDBService.reply(["BackupDetails": backup.details])
        case "ListBackups": return try list(input, request.region, account)
        case "DeleteBackup":
            let arn = input.string("BackupArn") ?? ""
            guard let backup = account.tables.backups[request.region]?.first(where: { $0.arn == arn }) else {
                throw DynamoDBService.error("BackupNotFoundException", "Backup not found: \(arn)")
            }
            account.tables.backups[request.region]?.removeAll { $0.arn == arn }
            return DynamoDBService.reply(["BackupDescription": .object(["BackupDetails": backup.details])])
        case "ListGlobalTables": return listGlobalTables(input, account)
        case "CreateGlobalTable": return try createGlobalTable(input, request, in: &account)
        default: return nil
        }
    }

    /// Oldest first; AWS Backup's own are not among them.
    private static func list(_ input: JSONInput, _ region: Region, _ account: SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let limit = input.integer("Limit") ?? 100
        guard (1...100).contains(limit) else {
            throw DynamoDBService.validation("Value '\(limit)' at 'limit' failed to satisfy constraint")
        }
        var found = account.tables.backups[region] ?? []
        if let name = input.string("TableName") {
            found.removeAll { $0.table.name != name && $0.table.arn.text != name }
        }
        let kind = input.string("BackupType") ?? "USER"
        found.removeAll { kind != "ALL" && $0.kind != kind || $0.expiresAt.map { $0 <= account.now } ?? false }
        if let last = input.string("ExclusiveStartBackupArn"), let index = found.firstIndex(where: { $0.arn == last }) {
            found.removeFirst(index + 1)
        }
        let page = found.prefix(limit)
        return DynamoDBService.reply(
            JSONText.members([
                "BackupSummaries": .array(page.map(\.summary)),
                "LastEvaluatedBackupArn": page.count < found.count ? page.last.map { .string($0.arn) } : nil,
            ]))
    }

    private static func listGlobalTables(_ input: JSONInput, _ account: SimulatedAccount) -> HTTPResponse {
        let start = input.string("ExclusiveStartGlobalTableName")
        let region = input.string("RegionName").map { Region($0) }
        let found = account.tables.oldGlobalTables.sorted { $0.key < $1.key }
            .filter { name, regions in
                (start.map { name > $0 } ?? true) && (region.map(regions.contains) ?? true)
            }
        let page = found.prefix(input.integer("Limit") ?? 100)
        return DynamoDBService.reply(
            JSONText.members([
                "GlobalTables": .array(page.map { .object(members($0.key, $0.value)) }),
                "LastEvaluatedGlobalTableName": page.count < found.count ? page.last.map { .string($0.key) } : nil,
            ]))
    }

    /// Joins tables of one name that are there already, one a region.
    private static func createGlobalTable(
        _ input: JSONInput, _ request: SimulatedRequest, in account: inout SimulatedAccount
    ) throws(ServiceError) -> HTTPResponse {
        let name = input.string("GlobalTableName") ?? ""
        let regions = input.objects("ReplicationGroup").compactMap { $0.string("RegionName").map { Region($0) } }
        guard account.tables.oldGlobalTables[name] == nil else {
            throw DynamoDBService.error("GlobalTableAlreadyExistsException", "Global table already exists: \(name)")
        }
        for region in regions where account.tables[name, region] == nil {
            throw DynamoDBService.error("TableNotFoundException", "Table not found: \(name) in \(region)")
        }
        account.tables.oldGlobalTables[name] = regions
        return DynamoDBService.reply(["GlobalTableDescription": .object(members(name, regions))])
    }

    private static func members(_ name: String, _ regions: [Region]) -> [String: JSONText] {
        [
            "GlobalTableName": .string(name),
            "ReplicationGroup": .array(regions.map { .object(["RegionName": .string($0.name)]) }),
        ]
    }
}
