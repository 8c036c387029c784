package import AWSCore
package import Foundation

extension DynamoDB {
    /// Makes a table as another one was at a moment; answered with the new table's ARN.
    package struct RestoreTableToPointInTime: MutatingOperation {
        package static let service = DynamoDB.service
        package static let name = "RestoreTableToPointInTime"
        package static let call = "dynamodb:RestoreTableToPointInTime"
        package static let isRepeatable = false

        package let source: String
        package let target: String
        /// Nil is the latest there is.
        package let time: Date?

        package init(source: String, target: String, time: Date? = nil) {
            self.source = source
            self.target = target
            self.time = time
        }

        package func request() -> OperationRequest {
            var headers = HTTPHeaders()
            if case .json(_, let prefix) = Self.service.wire { headers["X-Amz-Target"] = "\(prefix).\(Self.name)" }
            let body = Body(
                source: source, target: target, latest: time == nil ? true : nil,
                time: time.map { Int($0.timeIntervalSince1970) })
            return OperationRequest(method: .post, headers: headers, body: WriteBody.json(body))
        }

        package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> String {
            try JSONReply.decode(Reply.self, from: response.body).table.arn
        }

        private struct Body: Encodable {
            let source: String
            let target: String
            let latest: Bool?
            let time: Int?

            private enum CodingKeys: String, CodingKey {
                case source = "SourceTableName", target = "TargetTableName", latest = "UseLatestRestorableTime"
                case time = "RestoreDateTime"
            }
        }

        private struct Reply: Decodable {
            struct Table: Decodable {
                let arn: String

                private enum CodingKeys: String, CodingKey { case arn = "TableArn" }
            }
            let table: Table

            private enum CodingKeys: String, CodingKey { case table = "TableDescription" }
        }
    }
}
