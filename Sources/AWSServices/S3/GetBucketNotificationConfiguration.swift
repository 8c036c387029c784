package import AWSCore
package import AWSModel

extension S3 {
    /// Where a bucket sends its events: the element for EventBridge is empty, its presence is the setting (2.8).
    package struct GetBucketNotificationConfiguration: BucketSubresourceRead {
        package static let name = "GetBucketNotificationConfiguration"
        package static let permission: String? = "s3:GetBucketNotification"
        package static let call = "s3:GetBucketNotificationConfiguration"
        package static let subresource = "notification"
        package static let root = "NotificationConfiguration"

        package let bucket: String

        package init(bucket: String) { self.bucket = bucket }

        package static func read(_ document: XMLElement) throws(MalformedReply) -> NotificationConfiguration {
            NotificationConfiguration(eventBridge: document["EventBridgeConfiguration"] != nil)
        }
    }
}
