import AWSModel

extension ComparisonFacts {
    /// What the resource's own service offers against the loss of the region.
    var nativeStep: Advice? {
        switch resource.type {
        case .rdsInstance: automatedBackups
        case .auroraCluster: globalDatabase
        case .dynamoDBTable: globalTable
        case .ebsVolume: snapshotCopies
        case .efsFileSystem: fileSystemReplication
        case .s3Bucket, .rdsCluster, .other: nil
        }
    }

    private var label: String { resource.name.terraformName }
    private var home: String { resource.region?.name ?? "REGION" }

    private var automatedBackups: Advice {
        Advice(
            "against the loss of the region: automated backups replicated to another one",
            call: "rds:StartDBInstanceAutomatedBackupsReplication",
            commandLine: "aws rds start-db-instance-automated-backups-replication --region ANOTHER_REGION "
                + "--source-region \(home) --source-db-instance-arn \(resource.arn) --backup-retention-period 7",
            terraform: """
                resource "aws_db_instance_automated_backups_replication" "\(label)" {
                  provider               = aws.ANOTHER_REGION
                  source_db_instance_arn = "\(resource.arn)"
                  retention_period       = 7
                }
                """)
    }

    private var globalDatabase: Advice {
        Advice(
            "against the loss of the region: a global database with a secondary in another one",
            call: "rds:CreateGlobalCluster",
            commandLine: "aws rds create-global-cluster --region \(home) --global-cluster-identifier "
                + "\(resource.name)-global --source-db-cluster-identifier \(resource.arn)",
            terraform: """
                resource "aws_rds_global_cluster" "\(label)" {
                  global_cluster_identifier    = "\(resource.name)-global"
                  source_db_cluster_identifier = "\(resource.arn)"
                }
                """)
    }

    private var globalTable: Advice {
        Advice(
            "against the loss of the region: a replica of the table in another one", call: "dynamodb:UpdateTable",
            commandLine: "aws dynamodb update-table --region \(home) --table-name \(resource.name) "
                + "--replica-updates 'Create={RegionName=ANOTHER_REGION}'",
            terraform: """
                resource "aws_dynamodb_table_replica" "\(label)" {
                  provider         = aws.ANOTHER_REGION
                  global_table_arn = "\(resource.arn)"
                }
                """)
    }

    private var snapshotCopies: Advice {
        Advice(
            "against the loss of the region: snapshots copied to another one", call: "dlm:CreateLifecyclePolicy",
            commandLine: "aws dlm create-lifecycle-policy --region \(home) --state ENABLED --description dr "
                + "--execution-role-arn ROLE_ARN --policy-details file://policy.json  # with CrossRegionCopyRules",
            terraform: """
                resource "aws_dlm_lifecycle_policy" "dr" {
                  description        = "dr"
                  execution_role_arn = "ROLE_ARN"
                  state              = "ENABLED"
                  policy_details {
                    resource_types = ["VOLUME"]
                    target_tags    = { KEY = "VALUE" }
                    schedule {
                      name = "daily"
                      create_rule { interval = 24 }
                      retain_rule { count = 14 }
                      cross_region_copy_rule {
                        target    = "ANOTHER_REGION"
                        encrypted = true
                        retain_rule {
                          interval      = 14
                          interval_unit = "DAYS"
                        }
                      }
                    }
                  }
                }
                """)
    }

    private var fileSystemReplication: Advice {
        let id = ARN(resource.arn)?.resource.split(separator: "/").last.map(String.init) ?? resource.name
        return Advice(
            "against the loss of the region: a replication to another one",
            call: "elasticfilesystem:CreateReplicationConfiguration",
            commandLine: "aws efs create-replication-configuration --region \(home) --source-file-system-id \(id) "
                + "--destinations Region=ANOTHER_REGION",
            terraform: """
                resource "aws_efs_replication_configuration" "\(label)" {
                  source_file_system_id = "\(id)"
                  destination { region = "ANOTHER_REGION" }
                }
                """)
    }
}
