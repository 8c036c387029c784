import AWSCore
import AWSServices
import Foundation
import Testing

@Suite("The catalogue of operations")
struct OperationCatalogueTests {
    @Test("every operation that is written is in the catalogue, once")
    func everyOperationIsListed() throws {
        let sources = Botocore.directory.deletingLastPathComponent().appending(path: "../../Sources/AWSServices")
        let files = try #require(
            FileManager.default.enumerator(at: sources.standardized, includingPropertiesForKeys: nil))
        var calls: [String] = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for line in text.split(separator: "\n") where line.contains("static let call = \"") {
                calls.append(String(line.split(separator: "\"")[1]))
            }
        }
        #expect(calls.sorted() == OperationCatalogue.all.map { $0.call }.sorted())
    }

    /// The first words of operations that change nothing.
    private static let readingWords = ["Describe", "Get", "Head", "List", "Simulate"]

    /// What conforms to `ReadOperation` is sent without a grant.
    @Test("what is sent without a grant is called a read by AWS, and nothing else is")
    func readsAndWrites() {
        for operation in OperationCatalogue.all {
            let isRead = Self.readingWords.contains(where: operation.name.hasPrefix)
            #expect(operation is any ReadOperation.Type == isRead, "\(operation)")
            #expect(operation is any MutatingOperation.Type == !isRead, "\(operation)")
        }
    }

    @Test("the permissions are those that the IAM actions of S3 are called, which are not the calls' own names")
    func permissionsOfS3() {
        let permissions = Dictionary(
            uniqueKeysWithValues: OperationCatalogue.all.filter { $0.service == S3.service }.map {
                ($0.name, $0.permission)
            })
        #expect(
            permissions == [
                "ListBuckets": "s3:ListAllMyBuckets", "HeadBucket": "s3:ListBucket",
                "GetBucketLocation": "s3:GetBucketLocation", "GetBucketVersioning": "s3:GetBucketVersioning",
                "GetBucketReplication": "s3:GetReplicationConfiguration",
                "GetBucketEncryption": "s3:GetEncryptionConfiguration",
                "GetBucketLifecycleConfiguration": "s3:GetLifecycleConfiguration",
                "GetObjectLockConfiguration": "s3:GetBucketObjectLockConfiguration",
                "GetBucketOwnershipControls": "s3:GetBucketOwnershipControls",
                "GetBucketTagging": "s3:GetBucketTagging",
                "GetBucketPolicy": "s3:GetBucketPolicy", "GetPublicAccessBlock": "s3:GetBucketPublicAccessBlock",
                "GetBucketNotificationConfiguration": "s3:GetBucketNotification",
                "GetBucketRequestPayment": "s3:GetBucketRequestPayment",
                "ListBucketInventoryConfigurations": "s3:GetInventoryConfiguration", "ListObjectsV2": "s3:ListBucket",
                "ListObjectVersions": "s3:ListBucketVersions", "HeadObject": "s3:GetObject",
                "GetObject": "s3:GetObject", "DeleteObject": "s3:DeleteObjectVersion", "CopyObject": "s3:PutObject",
            ])
    }
}
