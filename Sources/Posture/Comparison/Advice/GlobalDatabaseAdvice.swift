import AWSModel

/// An Aurora global database with a secondary that serves: the database, the secondary cluster and an instance in it, for a
/// cluster without one must be given one first (3.3).
struct GlobalDatabaseAdvice {
    let resource: AccountResource
    let home: Region
    let account: AccountView
    let aim: String

    private var cluster: DBCluster? { account.native.cluster(arn: resource.arn) }
    private var existing: GlobalCluster? { account.native.globalCluster(ofMember: resource.arn) }
    private var global: String { existing?.identifier ?? named("global") }
    private var engine: String { cluster?.engine ?? "ENGINE" }
    private var isEncrypted: Bool { cluster?.encrypted == true }

    /// An identifier may have 63 characters.
    private func named(_ suffix: String) -> String { "\(resource.name.prefix(62 - suffix.count))-\(suffix)" }

    var steps: [Advice] { (existing == nil ? [database] : []) + [secondary, instance] }

    private var database: Advice {
        Advice(
            "\(aim): a global database with a secondary in another one; first the database, of this cluster",
            call: "rds:CreateGlobalCluster",
            [
                "rds", "create-global-cluster", "--region", home.name, "--global-cluster-identifier", global,
                "--source-db-cluster-identifier", resource.arn,
            ],
            TerraformBlock(resource: "aws_rds_global_cluster", resource.terraformLabel)
                .set("global_cluster_identifier", global).set("source_db_cluster_identifier", resource.arn))
    }

    private var secondary: Advice {
        let key = "KEY_ARN_OF_ANOTHER_REGION"
        return Advice(
            "\(aim): \(existing == nil ? "then" : "in global database \(global)") its secondary cluster in another region, of "
                + "the engine version that it has" + (isEncrypted ? ", under a key of that region" : ""),
            call: "rds:CreateDBCluster",
            [
                "rds", "create-db-cluster", "--region", "ANOTHER_REGION", "--db-cluster-identifier", named("dr"),
                "--engine", engine, "--engine-version", "ENGINE_VERSION", "--global-cluster-identifier", global,
            ] + (isEncrypted ? ["--storage-encrypted", "--kms-key-id", key] : []),
            TerraformBlock(resource: "aws_rds_cluster", "\(resource.terraformLabel)_dr").set(
                "provider", to: "aws.ANOTHER_REGION"
            )
            .set("cluster_identifier", named("dr")).set("engine", engine).set("engine_version", "ENGINE_VERSION")
            .set("global_cluster_identifier", global).set("storage_encrypted", to: isEncrypted ? "true" : nil)
            .set("kms_key_id", isEncrypted ? key : nil).set("skip_final_snapshot", to: "true"))
    }

    private var instance: Advice {
        Advice(
            "\(aim): and an instance in the secondary, which serves only with one", call: "rds:CreateDBInstance",
            [
                "rds", "create-db-instance", "--region", "ANOTHER_REGION", "--db-instance-identifier", named("dr-1"),
                "--db-cluster-identifier", named("dr"), "--engine", engine, "--db-instance-class", "CLASS",
            ],
            TerraformBlock(resource: "aws_rds_cluster_instance", "\(resource.terraformLabel)_dr-1")
                .set("provider", to: "aws.ANOTHER_REGION").set("identifier", named("dr-1"))
                .set("cluster_identifier", named("dr")).set("engine", engine).set("instance_class", "CLASS"))
    }
}
