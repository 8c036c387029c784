import AWSModel

/// The key that a resource is encrypted with.
enum ResourceKey: Hashable, Sendable {
    /// Nothing that could be lost: not encrypted, or with a key that AWS owns or manages.
    case none(String)
    /// One that AWS manages for the account.
    case managed(String)
    case customer(String)
    case unread(String)
}

extension AccountView {
    func key(of resource: AccountResource) -> ResourceKey {
        if let bucket = bucket(resource) { return key(of: bucket) }
        guard let place = resource.native else { return .unread("its key is not read") }
        switch place.kind {
        case .database: return key(native.database(place)?.keyARN, in: resource.region)
        case .cluster: return key(native.cluster(place)?.keyARN, in: resource.region)
        case .volume: return key(native.volume(place)?.keyARN, in: resource.region)
        case .fileSystem: return key(native.fileSystem(place)?.fileSystem.keyARN, in: resource.region)
        case .table:
            guard let table = native.table(place)?.table else { return .unread("its key is not read") }
            if let gap = table.gap { return .unread("its key unread: \(gap)") }
            return key(table.value?.encryption?.keyARN, in: resource.region)
        }
    }

    private func key(of bucket: Bucket) -> ResourceKey {
        if let gap = bucket.encryption.gap { return .unread("default encryption unread: \(gap)") }
        guard let encryption = bucket.encryption.value else { return .none("it is not encrypted with a key") }
        if case .other(let algorithm) = encryption.algorithm { return .unread("it is encrypted with \(algorithm)") }
        guard encryption.isKMS else { return .none("new objects are encrypted with keys of S3's own") }
        guard let name = encryption.kmsKeyID else { return .managed("it is encrypted with a key that AWS manages") }
        return key(name, in: bucket.region.value)
    }

    private func key(_ name: String?, in region: Region?) -> ResourceKey {
        guard let name, !name.isEmpty else { return .none("it is not encrypted with a key of the account") }
        if Self.isManagedAlias(name) { return .managed("it is encrypted with a key that AWS manages") }
        guard let region = ARN(name)?.region ?? region else { return .customer(name) }
        let reading = inventory.keys[KeyReference(name: name, region: region)]
        if reading?.value?.manager == .known(.aws) { return .managed("it is encrypted with a key that AWS manages") }
        // An alias of AWS's own tells itself, and no key of AWS's is ever gone.
        let isTold = reading?.value != nil || reading?.isAbsent == true || name.contains("alias/")
        return isTold ? .customer(name) : .unread("whose key it is under was not read: \(reading?.gap ?? "not read")")
    }

    /// What becomes of a recovery point when the resource's key is lost (2.11).
    enum KeyRelation: Hashable, Sendable {
        case other
        case same
        case unknown
    }

    /// Fully managed types use the vault's key everywhere; the others keep the resource's until they are copied.
    func relation(
        of point: RecoveryPoint, in place: VaultIndex.Place, to resource: AccountResource
    ) -> KeyRelation {
        let isHome = place.region == resource.region
        let keepsKey =
            isHome && point.sourceVaultARN == nil && point.encryptionKeyARN == nil
            && !BackupFeatures.isFullyManaged(resource.type)
        let key: String
        switch self.key(of: resource) {
        case .none, .managed: return .other
        case .customer(let name): key = name
        // Keys are regional: what another region holds is under another one, whatever this one is.
        case .unread: return keepsKey ? .same : isHome ? .unknown : .other
        }
        if keepsKey { return .same }
        guard let used = point.encryptionKeyARN ?? place.vault.encryptionKeyARN else {
            return isHome && place.vault.encryptionKeyType != "AWS_OWNED_KMS_KEY" ? .unknown : .other
        }
        guard let isSame = isSame(key, of: resource.region, used, of: place.region) else { return .unknown }
        return isSame ? .same : .other
    }

    /// Whether a key of a resource's own region is the resource's; nil where that is not known.
    func isKey(_ name: String?, thatOf resource: AccountResource) -> Bool? {
        guard let name, case .customer(let own) = key(of: resource) else { return nil }
        return isSame(own, of: resource.region, name, of: resource.region)
    }

    /// Whether two names, each as it stands in a region, are of one key: by the ARN that each was found to have. Nil
    /// where an alias or an identifier was not resolved.
    func isSame(_ first: String, of firstRegion: Region?, _ second: String, of secondRegion: Region?) -> Bool? {
        let (home, away) = (ARN(first)?.region ?? firstRegion, ARN(second)?.region ?? secondRegion)
        if let home, let away, home != away { return false }
        if first == second { return true }
        func arn(_ name: String, in region: Region?) -> String? {
            if let arn = ARN(name), arn.resource.hasPrefix("key/") { return arn.text }
            guard let region else { return nil }
            return inventory.keys[KeyReference(name: name, region: region)]?.value?.arn.text
        }
        guard let a = arn(first, in: home), let b = arn(second, in: away) else { return nil }
        return a == b
    }
}
