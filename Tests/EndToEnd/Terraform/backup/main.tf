terraform {
  required_providers { aws = { source = "hashicorp/aws" } }
}
variable "endpoint" { type = string }
variable "access_key" { type = string }
variable "secret_key" { type = string }
variable "delete_after" {
  type    = number
  default = 35
}

provider "aws" {
  region     = "us-east-1"
  access_key = var.access_key
  secret_key = var.secret_key
  endpoints {
    backup = var.endpoint
    sts    = var.endpoint
    iam    = var.endpoint
  }
}

resource "aws_backup_vault" "main" {
  name          = "tf-main"
  tags          = { team = "dr" }
  force_destroy = true
}

resource "aws_backup_vault_lock_configuration" "main" {
  backup_vault_name  = aws_backup_vault.main.name
  min_retention_days = 7
  max_retention_days = 400
}

resource "aws_backup_vault_policy" "main" {
  backup_vault_name = aws_backup_vault.main.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Principal = "*", Action = "backup:DeleteRecoveryPoint", Resource = "*" }]
  })
}

resource "aws_backup_vault_notifications" "main" {
  backup_vault_name   = aws_backup_vault.main.name
  sns_topic_arn       = "arn:aws:sns:us-east-1:123456789012:alarms"
  backup_vault_events = ["COPY_JOB_FAILED", "BACKUP_JOB_FAILED"]
}

resource "aws_backup_logically_air_gapped_vault" "island" {
  name               = "tf-island"
  min_retention_days = 7
  max_retention_days = 90
}

resource "aws_backup_plan" "gold" {
  name = "tf-gold"
  rule {
    rule_name           = "daily"
    target_vault_name   = aws_backup_vault.main.name
    schedule            = "cron(0 5 ? * * *)"
    start_window        = 60
    completion_window   = 180
    recovery_point_tags = { made = "by-plan" }
    lifecycle { delete_after = var.delete_after }
    copy_action {
      destination_vault_arn = aws_backup_vault.main.arn
      lifecycle { delete_after = 90 }
    }
  }
  rule {
    rule_name         = "cold"
    target_vault_name = aws_backup_vault.main.name
    schedule          = "cron(0 3 1 * ? *)"
    lifecycle {
      cold_storage_after = 30
      delete_after       = 365
    }
  }
  advanced_backup_setting {
    resource_type  = "EC2"
    backup_options = { WindowsVSS = "enabled" }
  }
  tags = { tier = "gold" }
}

resource "aws_backup_selection" "tagged" {
  name         = "tf-tagged"
  plan_id      = aws_backup_plan.gold.id
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"
  resources    = ["arn:aws:s3:::*"]
  selection_tag {
    type  = "STRINGEQUALS"
    key   = "tier"
    value = "gold"
  }
  condition {
    string_not_equals {
      key   = "aws:ResourceTag/backup"
      value = "no"
    }
  }
}

resource "aws_backup_region_settings" "here" {
  resource_type_opt_in_preference = {
    "Aurora"              = true, "CloudFormation" = true, "DSQL" = true, "DocumentDB" = true, "DynamoDB" = true, "EBS" = false,
    "EC2"                 = true, "EFS" = true, "EKS" = true, "FSx" = true, "Neptune" = true, "RDS" = true, "Redshift" = true,
    "Redshift Serverless" = true, "S3" = true, "SAP HANA on Amazon EC2" = true, "Storage Gateway" = true, "Timestream" = true,
    "VirtualMachine"      = true
  }
  resource_type_management_preference = { "DynamoDB" = true, "EFS" = true }
}

resource "aws_backup_global_settings" "org" {
  global_settings = { "isCrossAccountBackupEnabled" = "true" }
}

resource "aws_backup_restore_testing_plan" "drill" {
  name                = "tf_drill"
  schedule_expression = "cron(0 12 ? * * *)"
  recovery_point_selection {
    algorithm            = "LATEST_WITHIN_WINDOW"
    include_vaults       = ["*"]
    recovery_point_types = ["SNAPSHOT"]
  }
}

resource "aws_backup_restore_testing_selection" "volumes" {
  name                      = "tf_volumes"
  restore_testing_plan_name = aws_backup_restore_testing_plan.drill.name
  protected_resource_type   = "EBS"
  iam_role_arn              = "arn:aws:iam::123456789012:role/backup"
  protected_resource_arns   = ["*"]
}
