import AWSModel

extension AccountView {
    /// The ARNs of what backs a resource up: the plans that select it, the vaults that they fill or that hold something of
    /// it, and the roles of the plans where it is a bucket, for their findings are about buckets.
    func keepers(of resource: AccountResource) -> Set<String> {
        var keepers = Set(vaults.copies(of: resource.arn).map { vaults.places[$0.place].vault.arn.text })
        guard let home = resource.region, let plans = plans(in: home) else { return keepers }
        let coverage = coverage(of: resource)
        keepers.formUnion(coverage.plans.map { arn(of: plans.plans[$0], in: home) })
        if resource.bucket != nil { keepers.formUnion(coverage.roles) }
        for rule in coverage.rules.map({ plans.rules[$0].rule }) {
            if let own = vaults.place(ofVaultNamed: rule.targetVault, in: home) { keepers.insert(own.vault.arn.text) }
            keepers.formUnion((rule.copyActions ?? []).map(\.destinationVaultARN))
            if let airGapped = rule.targetAirGappedVaultARN { keepers.insert(airGapped) }
        }
        keepers.remove("")
        return keepers
    }
}
