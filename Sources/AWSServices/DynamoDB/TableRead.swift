package import AWSCore

/// A read of one table.
package protocol TableRead: JSONRead where Body == TableReadBody {
    var tableName: String { get }
}

/// A table by its name, as it is asked about.
package struct TableReadBody: Encodable {
    fileprivate let tableName: String

    private enum CodingKeys: String, CodingKey { case tableName = "TableName" }
}

extension TableRead {
    package static var service: Service { DynamoDB.service }
    package var body: TableReadBody { TableReadBody(tableName: tableName) }
}
