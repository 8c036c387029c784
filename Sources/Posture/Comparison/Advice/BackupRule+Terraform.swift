import AWSModel

extension BackupRule {
    /// What is other than before, as its block in a plan; nil where nothing is.
    func terraform(since before: BackupRule) -> TerraformBlock? {
        let copies = (copyActions ?? []).filter { !(before.copyActions ?? []).contains($0) }
        let hasSchedule = scheduleExpression != before.scheduleExpression
        let hasLifecycle = lifecycle != before.lifecycle
        guard hasSchedule || hasLifecycle || !copies.isEmpty else { return nil }
        let block = TerraformBlock("rule").set("rule_name", name).note("and all else as it is")
            .set("schedule", hasSchedule ? scheduleExpression : nil).with(hasLifecycle ? lifecycle?.terraform : nil)
        return copies.reduce(block) { $0.with($1.terraform) }
    }
}

extension CopyAction {
    var terraform: TerraformBlock {
        TerraformBlock("copy_action").set("destination_vault_arn", destinationVaultARN).with(lifecycle?.terraform)
    }
}

extension RecoveryPointLifecycle {
    /// Nil where it keeps for ever, and warm.
    var terraform: TerraformBlock? {
        let cold = moveToColdStorageAfterDays.flatMap { $0 >= 0 ? "\($0)" : nil }
        let end = deletionDays.map { "\($0)" }
        guard cold != nil || end != nil else { return nil }
        return TerraformBlock("lifecycle").set("cold_storage_after", to: cold).set("delete_after", to: end)
            .set("opt_in_to_archive_for_supported_resource_types", to: optInToArchive.map { "\($0)" })
    }
}
