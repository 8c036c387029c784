import AWSCore
import AWSModel
import AWSServices
import Posture

/// Reads the tables of a region: three calls each.
struct TableSurvey: Sendable {
    /// As many as AWS lets an account have in a region at most.
    private static let most = Reader.Limit(count: 10_000, noun: "tables")
    /// AWS takes ten a second of two of the calls: more at once are only refused more often.
    private static let width = 16

    let reader: Reader
    let region: Region
    let mentions: Mentions

    func tables() async -> Reading<[TableContents]> {
        let listing: Reading<[String]> = await reader.readAll(DynamoDB.ListTables(), in: region, limit: Self.most)
        guard let names = listing.value else { return listing.map { _ in [] } }
        let read = await Fanout.map(names.sorted(), width: Self.width) { await contents(of: $0) }
        return listing.map { _ in read }
    }

    /// A table that was deleted since it was listed is absent.
    private func contents(of name: String) async -> TableContents {
        async let recovery = reader.read(
            DynamoDB.DescribeContinuousBackups(tableName: name), in: region,
            absentCodes: ["TableNotFoundException", "ResourceNotFoundException"])
        let table = await reader.read(
            DynamoDB.DescribeTable(tableName: name), in: region, absentCodes: ["ResourceNotFoundException"])
        async let followed: Void = mentions.follow(table, in: region)
        let tags = await tags(of: table)
        await followed
        return await TableContents(name: name, table: table, pointInTimeRecovery: recovery, tags: tags)
    }

    /// Tags are asked for by ARN: not without the table's own.
    private func tags(of table: Reading<Table>) async -> Reading<[Tag]> {
        guard let arn = table.value?.arn else {
            let source = reader.source(DynamoDB.ListTagsOfResource.call, in: region)
            return Reading(table.isAbsent ? .absent : .notRead, of: source, at: table.at)
        }
        return await reader.readAll(
            DynamoDB.ListTagsOfResource(resourceARN: arn), in: region, absentCodes: ["ResourceNotFoundException"])
    }
}
