import AWSModel

extension BackupVault {
    /// What its lock asks for where it refuses recovery points that are kept so many days, nil being for ever; nil where
    /// it takes them (2.9).
    func bound(refusing days: Int?) -> String? {
        guard locked != false || type == .known(.airGapped) else { return nil }
        var bound: String?
        if let least = minRetentionDays, let days, days < least { bound = "at least \(least) days" }
        if let most = maxRetentionDays, (days ?? .max) > most { bound = "at most \(most) days" }
        return bound
    }
}
