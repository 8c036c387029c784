import AWSModel

/// Whether a snapshot policy leaves a volume out that it would take by its tags (3.6).
enum VolumeExclusion: Hashable, Sendable {
    case none
    case leftOut
    /// What was not read of the volume.
    case unread(String)

    /// By the exclusions of a default policy.
    init(of volume: Volume, by exclusions: SnapshotPolicy.Exclusions?) {
        guard let exclusions else {
            self = .none
            return
        }
        if let tags = exclusions.tags, volume.tags.contains(where: tags.contains) {
            self = .leftOut
            return
        }
        if let types = exclusions.volumeTypes, !types.isEmpty {
            guard let type = volume.type else {
                self = .unread("its type is not read, and a snapshot policy leaves some types out")
                return
            }
            if types.contains(type) {
                self = .leftOut
                return
            }
        }
        switch (exclusions.bootVolumes == true, volume.isBootVolume) {
        case (true, true?): self = .leftOut
        case (true, nil): self = .unread("whether its instance boots from it is not read")
        default: self = .none
        }
    }

    /// By the parameters of a policy that takes instances with their volumes.
    init(of volume: Volume, by parameters: SnapshotPolicy.Parameters?) {
        guard let isBoot = volume.isBootVolume else {
            self = .none
            return
        }
        let tags = parameters?.excludedDataVolumeTags ?? []
        let isLeftOut =
            isBoot ? parameters?.excludesBootVolume == true : volume.tags.contains(where: tags.contains)
        self = isLeftOut ? .leftOut : .none
    }
}

extension Volume {
    /// Whether an instance boots from it, by the names that EC2 keeps for that; nil where its device was not read.
    var isBootVolume: Bool? {
        guard !instances.isEmpty else { return false }
        return device.map { $0 == "/dev/sda1" || $0 == "/dev/xvda" }
    }
}
