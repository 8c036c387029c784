package import AWSCore
package import AWSModel

extension S3 {
    /// The inventory reports of a bucket, 100 a page; a bucket without has an empty page (1.24).
    package struct ListBucketInventoryConfigurations: Listing {
        package static let service = S3.service
        package static let name = "ListBucketInventoryConfigurations"
        package static let permission: String? = "s3:GetInventoryConfiguration"
        package static let call = "s3:ListBucketInventoryConfigurations"

        package let bucket: String
        package var nextToken: String?

        package init(bucket: String, nextToken: String? = nil) {
            self.bucket = bucket
            self.nextToken = nextToken
        }

        package func request() -> OperationRequest {
            OperationRequest(
                query: [QueryItem("inventory")] + QueryItem.given(["continuation-token": nextToken]),
                bucket: bucket)
        }

        package typealias Item = InventoryConfiguration

        package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> Page<InventoryConfiguration> {
            let document = try XMLElement.document(response, root: "ListInventoryConfigurationsResult")
            var configurations: [InventoryConfiguration] = []
            for row in document.all("InventoryConfiguration") {
                configurations.append(try InventoryConfiguration(row))
            }
            return Page(
                items: configurations,
                nextToken: try document.token("NextContinuationToken", whenTrue: "IsTruncated"))
        }
    }
}

extension InventoryConfiguration {
    fileprivate init(_ row: XMLElement) throws(MalformedReply) {
        let destination = try row.required("Destination").required("S3BucketDestination")
        self.init(
            id: try row.requiredText("Id"),
            isEnabled: try row.boolean("IsEnabled") ?? false,
            prefix: row["Filter"]?.text("Prefix"),
            versions: Open(try row.requiredText("IncludedObjectVersions")),
            frequency: Open(try row.required("Schedule").requiredText("Frequency")),
            optionalFields: row["OptionalFields"]?.all("Field").map(\.text) ?? [],
            destination: InventoryDestination(
                bucket: try destination.requiredText("Bucket"),
                account: destination.nonEmptyText("AccountId").map { AccountID($0) },
                prefix: destination.text("Prefix"),
                format: Open(try destination.requiredText("Format"))))
    }
}
