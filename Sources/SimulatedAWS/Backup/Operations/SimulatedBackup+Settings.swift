import AWSModel
import Foundation

extension SimulatedBackup {
    func describeRegionSettings(_ call: BackupCall) -> BackupReply {
        let settings = state(call.region).settings
        return .members([
            "ResourceTypeOptInPreference": .flags(settings.optIn),
            "ResourceTypeManagementPreference": .flags(settings.management),
        ])
    }

    mutating func updateRegionSettings(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let optIn = call.body["ResourceTypeOptInPreference"]?.asFlags ?? [:]
        let management = call.body["ResourceTypeManagementPreference"]?.asFlags ?? [:]
        if let unknown = optIn.keys.first(where: { !BackupResourceType.supported.contains($0) }) {
            throw .invalidParameter("Unknown resource type: \(unknown)")
        }
        if let unknown = management.keys.first(where: { $0 != "DynamoDB" && $0 != "EFS" }) {
            throw .invalidParameter("Resource type without full management: \(unknown)")
        }
        var settings = state(call.region).settings
        settings.optIn.merge(optIn) { _, new in new }
        settings.management.merge(management) { _, new in new }
        setRegionSettings(settings, in: call.region)
        return .empty
    }

    func describeGlobalSettings(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        try checkOrganization()
        return .members([
            "GlobalSettings": .map(globalSettings), "LastUpdateTime": .time(globalSettingsUpdatedAt),
        ])
    }

    mutating func updateGlobalSettings(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        try checkOrganization()
        let settings = call.body["GlobalSettings"]?.asMap ?? [:]
        if let wrong = settings.first(where: { !$0.key.hasPrefix("is") || !["true", "false"].contains($0.value) }) {
            throw .invalidParameter("Invalid global setting: \(wrong.key)=\(wrong.value)")
        }
        globalSettings.merge(settings) { _, new in new }
        globalSettingsUpdatedAt = call.now
        return .empty
    }

    func supportedResourceTypes(_ call: BackupCall) -> BackupReply {
        .members(["ResourceTypes": .texts(BackupResourceType.supported)])
    }

    private func checkOrganization() throws(BackupRefusal) {
        guard managesOrganization else {
            throw .invalidRequest("The account is not the management account of an organization.")
        }
    }
}
