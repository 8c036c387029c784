import AWSModel
import Foundation

/// The filters that the listings of jobs have in common.
struct JobFilter {
    private let state: String?
    private let resource: String?
    private let type: String?
    private let category: String?
    private let account: String?
    private let parent: String?
    private let createdAfter: Date?
    private let createdBefore: Date?
    private let completeAfter: Date?
    private let completeBefore: Date?

    /// - Parameter stateName: the query parameter for the state, which restore jobs call status.
    init(_ call: BackupCall, stateName: String = "state") throws(BackupRefusal) {
        state = call.parameter(stateName)
        resource = call.parameter("resourceArn")
        type = call.parameter("resourceType")
        category = call.parameter("messageCategory")
        account = call.parameter("accountId")
        parent = call.parameter("parentJobId")
        createdAfter = try call.time("createdAfter")
        createdBefore = try call.time("createdBefore")
        completeAfter = try call.time("completeAfter")
        completeBefore = try call.time("completeBefore")
    }

    func takes(
        state: String, resource: String?, type: String, category: String?, createdAt: Date, completedAt: Date?,
        account: AccountID
    ) -> Bool {
        (self.state == nil || self.state == state) && (self.resource == nil || self.resource == resource)
            && (self.type == nil || self.type == type)
            && (self.category == nil || self.category == "*" || self.category == category)
            && (self.account == nil || self.account == "*" || self.account == account.digits) && parent == nil
            && (createdAfter.map { createdAt > $0 } ?? true) && (createdBefore.map { createdAt < $0 } ?? true)
            && (completeAfter.map { limit in completedAt.map { $0 > limit } ?? false } ?? true)
            && (completeBefore.map { limit in completedAt.map { $0 < limit } ?? false } ?? true)
    }
}
