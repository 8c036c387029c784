import AWSCore
import AWSModel
import Foundation

/// Answers the calls of DynamoDB that read and make tables; what is in them is not simulated.
enum DynamoDBService {
    static func respond(to request: SimulatedRequest, _ operation: String, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let input = try JSONInput(request.body)
        switch operation {
        case "ListTables": return try listTables(input, request.region, account)
        case "DescribeTable":
            let table = try table(input, request, account)
            return reply(["Table": .object(TableDescription.members(table, in: account.tables, at: account.now))])
        case "DescribeContinuousBackups":
            let table = try table(input, request, account, orThrow: "TableNotFoundException")
            return reply([
                "ContinuousBackupsDescription": TableDescription.continuousBackups(table, at: account.now)
            ])
        case "ListTagsOfResource":
            let table = try tagged(input, request, account)
            return reply(["Tags": .array(tags(table.tags))])
        case "TagResource":
            let table = try tagged(input, request, account)
            account.tables.update(table.name, in: request.region) {
                $0.tags.merge(tags(in: input), uniquingKeysWith: { $1 })
            }
            return reply(nil)
        default: return try TableChanges.respond(to: request, operation, input, in: &account)
        }
    }

    private static func listTables(_ input: JSONInput, _ region: Region, _ account: SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let limit = input.integer("Limit") ?? 100
        guard (1...100).contains(limit) else {
            throw validation("1 validation error detected: Value '\(limit)' at 'limit' failed to satisfy constraint")
        }
        let start = input.string("ExclusiveStartTableName")
        let names = account.tables.named(in: region).map(\.name).filter { name in start.map { name > $0 } ?? true }
        let page = names.prefix(limit)
        return reply(
            JSONText.members([
                "TableNames": .array(page.map { .string($0) }),
                "LastEvaluatedTableName": page.count < names.count ? page.last.map { .string($0) } : nil,
            ]))
    }

    /// The table that a call names, by its name or ARN.
    static func table(
        _ input: JSONInput, _ request: SimulatedRequest, _ account: SimulatedAccount,
        orThrow code: String = "ResourceNotFoundException"
    ) throws(ServiceError) -> SimulatedTable {
        let name = name(input.string("TableName") ?? "")
        guard let table = account.tables[name, request.region] else {
            throw ServiceError(400, errors + code, "Requested resource not found: Table: \(name) not found")
        }
        return table
    }

    private static func tagged(_ input: JSONInput, _ request: SimulatedRequest, _ account: SimulatedAccount)
        throws(ServiceError) -> SimulatedTable
    {
        let arn = input.string("ResourceArn") ?? ""
        guard let table = account.tables[name(arn), request.region], table.arn.text == arn else {
            throw notFound("Requested resource not found: ResourcArn: \(arn) not found")
        }
        return table
    }

    static func name(_ text: String) -> String {
        ARN(text).map { String($0.resource.dropFirst("table/".count)) } ?? text
    }

    static func tags(in input: JSONInput) -> [String: String] {
        Dictionary(
            input.objects("Tags").map { ($0.string("Key") ?? "", $0.string("Value") ?? "") }, uniquingKeysWith: { $1 })
    }

    private static func tags(_ tags: [String: String]) -> [JSONText] {
        tags.sorted { $0.key < $1.key }.map { .object(["Key": .string($0.key), "Value": .string($0.value)]) }
    }

    static func reply(_ members: [String: JSONText]?) -> HTTPResponse {
        HTTPResponse(
            status: 200, headers: ["Content-Type": "application/x-amz-json-1.0"],
            body: members.map { JSONText.bytes($0) } ?? [])
    }

    static let errors = "com.amazonaws.dynamodb.v20120810#"

    static func error(_ code: String, _ message: String) -> ServiceError { ServiceError(400, errors + code, message) }
    static func notFound(_ message: String) -> ServiceError {
        ServiceError(400, errors + "ResourceNotFoundException", message)
    }
    static func inUse(_ message: String) -> ServiceError {
        ServiceError(400, errors + "ResourceInUseException", message)
    }
    static func validation(_ message: String) -> ServiceError {
        ServiceError(400, "com.amazon.coral.validate#ValidationException", message)
    }
    static let unknownOperation = ServiceError(400, "com.amazon.coral.service#UnknownOperationException", "")
}
