package import AWSCore
package import AWSModel

extension EFS {
    /// Whether EFS has AWS Backup back a file system up daily (3.7); one without a policy answers with an error.
    package struct DescribeBackupPolicy: RESTJSONRead {
        package static let service = EFS.service
        package static let name = "DescribeBackupPolicy"
        package static let call = "elasticfilesystem:DescribeBackupPolicy"

        package let fileSystemID: String

        package init(fileSystemID: String) { self.fileSystemID = fileSystemID }

        package var path: String { "/2015-02-01/file-systems/\(PercentEncoding.encode(fileSystemID))/backup-policy" }

        package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> FileSystemBackupPolicy {
            try json(Reply.self, response).policy
        }

        private struct Reply: Decodable {
            let policy: FileSystemBackupPolicy

            private enum CodingKeys: String, CodingKey { case policy = "BackupPolicy" }
        }
    }
}
