package import AWSCore
package import AWSModel

extension S3 {
    /// Who pays for requests to a bucket: Requester Pays breaks replication to it from another account (1.16).
    package struct GetBucketRequestPayment: BucketSubresourceRead {
        package static let name = "GetBucketRequestPayment"
        package static let call = "s3:GetBucketRequestPayment"
        package static let subresource = "requestPayment"
        package static let root = "RequestPaymentConfiguration"

        package let bucket: String

        package init(bucket: String) { self.bucket = bucket }

        package static func read(_ document: XMLElement) throws(MalformedReply) -> Open<RequestPayer> {
            Open(try document.requiredText("Payer"))
        }
    }
}
