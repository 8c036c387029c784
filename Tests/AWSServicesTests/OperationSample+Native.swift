import AWSModel
import AWSServices

extension OperationSample {
    private static let token = "t/+= ☃"
    private static let table = "a.b-c_D/☃"
    private static let tableARN = ARN(
        partition: "aws-us-gov", service: "dynamodb", region: "us-gov-west-1", account: "123456789012",
        resource: "table/a b+☃")

    /// Databases, tables, volumes and file systems, with the protection that is their own.
    static let native: [OperationSample] = databases + tables + volumes + fileSystems

    private static let databases: [OperationSample] = [
        .full(
            RDS.DescribeDBInstances(maxRecords: 20, nextToken: token), ["MaxRecords": 20, "Marker": .string(token)]),
        .bare(RDS.DescribeDBInstances(), [:]),
        .full(
            RDS.DescribeDBClusters(maxRecords: 20, nextToken: token), ["MaxRecords": 20, "Marker": .string(token)]),
        .bare(RDS.DescribeDBClusters(), [:]),
        .full(
            RDS.DescribeGlobalClusters(maxRecords: 20, nextToken: token),
            ["MaxRecords": 20, "Marker": .string(token)]),
        .bare(RDS.DescribeGlobalClusters(), [:]),
        .full(
            RDS.DescribeDBInstanceAutomatedBackups(maxRecords: 20, nextToken: token),
            ["MaxRecords": 20, "Marker": .string(token)]),
        .bare(RDS.DescribeDBInstanceAutomatedBackups(), [:]),
        .full(
            RDS.DescribeDBSnapshots(snapshotType: "manual", maxRecords: 20, nextToken: token),
            ["SnapshotType": "manual", "MaxRecords": 20, "Marker": .string(token)]),
        .bare(RDS.DescribeDBSnapshots(), [:]),
        .full(
            RDS.DescribeDBClusterSnapshots(snapshotType: "manual", maxRecords: 20, nextToken: token),
            ["SnapshotType": "manual", "MaxRecords": 20, "Marker": .string(token)]),
        .bare(RDS.DescribeDBClusterSnapshots(), [:]),
    ]

    private static let tables: [OperationSample] = [
        .full(
            DynamoDB.ListTables(limit: 7, nextToken: table),
            ["Limit": 7, "ExclusiveStartTableName": .string(table)]),
        .bare(DynamoDB.ListTables(), [:]),
        .full(DynamoDB.DescribeTable(tableName: table), ["TableName": .string(table)]),
        .full(DynamoDB.DescribeContinuousBackups(tableName: table), ["TableName": .string(table)]),
        .full(
            DynamoDB.ListTagsOfResource(resourceARN: tableARN, nextToken: token),
            ["ResourceArn": .string(tableARN.text), "NextToken": .string(token)]),
        .full(
            DynamoDB.ListBackups(.user, limit: 7, nextToken: tableARN.text + "/backup/☃"),
            ["BackupType": "USER", "Limit": 7, "ExclusiveStartBackupArn": .string(tableARN.text + "/backup/☃")]),
        .bare(DynamoDB.ListBackups(.system), ["BackupType": "SYSTEM"]),
        .full(
            DynamoDB.ListGlobalTables(limit: 7, nextToken: table),
            ["Limit": 7, "ExclusiveStartGlobalTableName": .string(table)]),
        .bare(DynamoDB.ListGlobalTables(), [:]),
        .bare(DynamoDB.ListTagsOfResource(resourceARN: tableARN), ["ResourceArn": .string(tableARN.text)]),
    ]

    private static let volumes: [OperationSample] = [
        .full(
            EC2.DescribeVolumes(maxResults: 7, nextToken: token), ["MaxResults": 7, "NextToken": .string(token)]),
        .bare(EC2.DescribeVolumes(), [:]),
        .full(
            EC2.DescribeSnapshots(maxResults: 7, nextToken: token),
            ["OwnerIds": ["self"], "MaxResults": 7, "NextToken": .string(token)]),
        .bare(EC2.DescribeSnapshots(), ["OwnerIds": ["self"]]),
        .full(DLM.GetLifecyclePolicies(defaultPolicyType: .all), ["DefaultPolicyType": "ALL"]),
        .bare(DLM.GetLifecyclePolicies(), [:]),
        .full(DLM.GetLifecyclePolicy(policyID: "policy-0a/1 +☃"), ["PolicyId": "policy-0a/1 +☃"]),
    ]

    private static let fileSystems: [OperationSample] = [
        .full(EFS.DescribeFileSystems(maxItems: 7, nextToken: token), ["MaxItems": 7, "Marker": .string(token)]),
        .bare(EFS.DescribeFileSystems(), [:]),
        .full(
            EFS.DescribeReplicationConfigurations(maxResults: 7, nextToken: token),
            ["MaxResults": 7, "NextToken": .string(token)]),
        .bare(EFS.DescribeReplicationConfigurations(), [:]),
        .full(EFS.DescribeBackupPolicy(fileSystemID: "fs-0a/1 +☃"), ["FileSystemId": "fs-0a/1 +☃"]),
    ]
}
