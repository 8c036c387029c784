import AWSModel

/// A policy of Data Lifecycle Manager that copies a volume's snapshots to another region (3.6).
struct SnapshotCopyAdvice {
    let resource: AccountResource
    let home: Region
    let account: AccountView
    let aim: String

    /// The tag that it takes the volume by: its name, else any of its own.
    private var tag: Tag? {
        let own = (account.tags(of: resource) ?? []).filter { !$0.key.hasPrefix("aws:") }
        return own.first { $0.key == "Name" } ?? own.min { $0.key < $1.key }
    }

    var step: Advice {
        let (key, value) = (tag?.key ?? "KEY", tag?.value ?? "VALUE")
        let days = JSONText.object([("Interval", .number(14)), ("IntervalUnit", .text("DAYS"))])
        let copy = JSONText.object([
            ("Target", .text("ANOTHER_REGION")), ("Encrypted", .truth(true)), ("RetainRule", days),
        ])
        let schedule = JSONText.object([
            ("Name", .text("daily")),
            ("CreateRule", .object([("Interval", .number(24)), ("IntervalUnit", .text("HOURS"))])),
            ("RetainRule", .object([("Count", .number(14))])), ("CrossRegionCopyRules", .list([copy])),
        ])
        let details = JSONText.object([
            ("ResourceTypes", .texts(["VOLUME"])),
            ("TargetTags", .list([.object([("Key", .text(key)), ("Value", .text(value))])])),
            ("Schedules", .list([schedule])),
        ])
        let taken = tag == nil ? "that the volume is given" : "\(key)=\(value)"
        return Advice(
            "\(aim): snapshots copied to another one, by a policy for volumes with tag \(taken)",
            call: "dlm:CreateLifecyclePolicy",
            [
                "dlm", "create-lifecycle-policy", "--region", home.name, "--state", "ENABLED", "--description", "dr",
                "--execution-role-arn", "ROLE_ARN", "--policy-details", details.line,
            ], terraform(key, value))
    }

    private func terraform(_ key: String, _ value: String) -> TerraformBlock {
        let copy = TerraformBlock("cross_region_copy_rule").set("target", "ANOTHER_REGION").set("encrypted", to: "true")
            .with(TerraformBlock("retain_rule").set("interval", to: "14").set("interval_unit", "DAYS"))
        let schedule = TerraformBlock("schedule").set("name", "daily")
            .with(TerraformBlock("create_rule").set("interval", to: "24"))
            .with(TerraformBlock("retain_rule").set("count", to: "14")).with(copy)
        return TerraformBlock(resource: "aws_dlm_lifecycle_policy", "dr_\(resource.terraformLabel)").set(
            "description", "dr"
        )
        .set("execution_role_arn", "ROLE_ARN").set("state", "ENABLED")
        .with(
            TerraformBlock("policy_details").set("resource_types", ["VOLUME"])
                .set("target_tags", to: "{ \(key.terraformQuoted) = \(value.terraformQuoted) }").with(schedule))
    }
}
