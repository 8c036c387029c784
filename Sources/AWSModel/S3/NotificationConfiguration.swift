/// A bucket's event notifications: AWS Backup needs EventBridge for continuous backups of S3 (2.8).
package struct NotificationConfiguration: Hashable, Sendable, Codable {
    package var eventBridge: Bool

    package init(eventBridge: Bool) {
        self.eventBridge = eventBridge
    }
}
