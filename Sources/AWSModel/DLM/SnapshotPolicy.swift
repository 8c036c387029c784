/// A policy of Data Lifecycle Manager (3.6).
package struct SnapshotPolicy: Hashable, Sendable, Codable {
    package struct Details: Hashable, Sendable, Codable {
        package var resourceTypes: [String]?
        /// Of a default policy in the place of the list: `VOLUME`, or `INSTANCE`.
        package var resourceType: String?
        /// A volume with one of them is taken.
        package var targetTags: [Tag]?
        package var schedules: [Schedule]?
        /// Of a default policy, which takes all volumes but excluded ones.
        package var createIntervalDays: Int?
        package var retainIntervalDays: Int?
        package var crossRegionCopyTargets: [CopyTarget]?
        /// What a default policy leaves out.
        package var exclusions: Exclusions?
        /// What a policy of instances leaves out.
        package var parameters: Parameters?

        private enum CodingKeys: String, CodingKey {
            case resourceTypes = "ResourceTypes", resourceType = "ResourceType", targetTags = "TargetTags"
            case schedules = "Schedules"
            case createIntervalDays = "CreateInterval", retainIntervalDays = "RetainInterval"
            case crossRegionCopyTargets = "CrossRegionCopyTargets"
            case exclusions = "Exclusions", parameters = "Parameters"
        }

        package init(
            resourceTypes: [String]? = nil, targetTags: [Tag]? = nil, schedules: [Schedule]? = nil,
            createIntervalDays: Int? = nil, crossRegionCopyTargets: [CopyTarget]? = nil, resourceType: String? = nil,
            exclusions: Exclusions? = nil, parameters: Parameters? = nil, retainIntervalDays: Int? = nil
        ) {
            self.resourceTypes = resourceTypes
            self.targetTags = targetTags
            self.schedules = schedules
            self.createIntervalDays = createIntervalDays
            self.crossRegionCopyTargets = crossRegionCopyTargets
            self.resourceType = resourceType
            self.exclusions = exclusions
            self.parameters = parameters
            self.retainIntervalDays = retainIntervalDays
        }
    }

    package struct Exclusions: Hashable, Sendable, Codable {
        package var bootVolumes: Bool?
        /// `gp3`
        package var volumeTypes: [String]?
        package var tags: [Tag]?

        private enum CodingKeys: String, CodingKey {
            case bootVolumes = "ExcludeBootVolumes", volumeTypes = "ExcludeVolumeTypes", tags = "ExcludeTags"
        }

        package init(bootVolumes: Bool? = nil, volumeTypes: [String]? = nil, tags: [Tag]? = nil) {
            self.bootVolumes = bootVolumes
            self.volumeTypes = volumeTypes
            self.tags = tags
        }
    }

    package struct Parameters: Hashable, Sendable, Codable {
        package var excludesBootVolume: Bool?
        /// Volumes that the instance does not boot from are left out where they have one of them.
        package var excludedDataVolumeTags: [Tag]?

        private enum CodingKeys: String, CodingKey {
            case excludesBootVolume = "ExcludeBootVolume", excludedDataVolumeTags = "ExcludeDataVolumeTags"
        }

        package init(excludesBootVolume: Bool? = nil, excludedDataVolumeTags: [Tag]? = nil) {
            self.excludesBootVolume = excludesBootVolume
            self.excludedDataVolumeTags = excludedDataVolumeTags
        }
    }

    package struct Schedule: Hashable, Sendable, Codable {
        package var name: String?
        package var create: CreateRule?
        package var copies: [CopyRule]?
        package var retain: RetainRule?

        private enum CodingKeys: String, CodingKey {
            case name = "Name", create = "CreateRule", copies = "CrossRegionCopyRules", retain = "RetainRule"
        }

        package init(
            name: String? = nil, create: CreateRule? = nil, copies: [CopyRule]? = nil, retain: RetainRule? = nil
        ) {
            self.name = name
            self.create = create
            self.copies = copies
            self.retain = retain
        }
    }

    /// How many snapshots of a volume are kept, or for how long.
    package struct RetainRule: Hashable, Sendable, Codable {
        package var count: Int?
        package var interval: Int?
        /// `DAYS`, `WEEKS`, `MONTHS`, `YEARS`.
        package var unit: String?

        private enum CodingKeys: String, CodingKey {
            case count = "Count", interval = "Interval", unit = "IntervalUnit"
        }

        package init(count: Int? = nil, interval: Int? = nil, unit: String? = nil) {
            self.count = count
            self.interval = interval
            self.unit = unit
        }
    }

    package struct CreateRule: Hashable, Sendable, Codable {
        /// Hours.
        package var interval: Int?
        package var cron: String?

        private enum CodingKeys: String, CodingKey { case interval = "Interval", cron = "CronExpression" }

        package init(interval: Int? = nil, cron: String? = nil) {
            self.interval = interval
            self.cron = cron
        }
    }

    package struct CopyRule: Hashable, Sendable, Codable {
        /// A region, or the ARN of an Outpost.
        package var target: String?
        package var targetRegion: Region?
        package var keyARN: String?
        package var retain: CopyRetainRule?

        private enum CodingKeys: String, CodingKey {
            case target = "Target", targetRegion = "TargetRegion", keyARN = "CmkArn", retain = "RetainRule"
        }

        package init(
            target: String? = nil, targetRegion: Region? = nil, keyARN: String? = nil, retain: CopyRetainRule? = nil
        ) {
            self.target = target
            self.targetRegion = targetRegion
            self.keyARN = keyARN
            self.retain = retain
        }
    }

    /// Copies are kept by age alone.
    package struct CopyRetainRule: Hashable, Sendable, Codable {
        package var interval: Int?
        /// `DAYS`, `WEEKS`, `MONTHS` or `YEARS`.
        package var unit: String?

        private enum CodingKeys: String, CodingKey { case interval = "Interval", unit = "IntervalUnit" }

        package init(interval: Int? = nil, unit: String? = nil) {
            self.interval = interval
            self.unit = unit
        }
    }

    package struct CopyTarget: Hashable, Sendable, Codable {
        package var region: Region?

        private enum CodingKeys: String, CodingKey { case region = "TargetRegion" }

        package init(region: Region? = nil) { self.region = region }
    }

    package var id: String
    package var text: String?
    /// `ENABLED`, `DISABLED`, `ERROR`.
    package var state: String?
    package var isDefault: Bool?
    package var details: Details?

    private enum CodingKeys: String, CodingKey {
        case id = "PolicyId", text = "Description", state = "State", isDefault = "DefaultPolicy", details =
            "PolicyDetails"
    }

    package init(
        id: String, text: String? = nil, state: String? = nil, isDefault: Bool? = nil, details: Details? = nil
    ) {
        self.id = id
        self.text = text
        self.state = state
        self.isDefault = isDefault
        self.details = details
    }
}
