import AWSModel
import AWSServices
import Foundation

extension OperationSample {
    private static let start = Date(timeIntervalSince1970: 1_767_323_045)
    private static let policy = ARN(
        partition: "aws-us-gov", service: "iam", account: "123456789012", resource: "policy/path/ünï+c@d=e")
    private static let query = MetricQuery(
        id: "latency0", namespace: "AWS/S3", metric: "ReplicationLatency",
        dimensions: [
            MetricDimension(name: "SourceBucket", value: "media"),
            MetricDimension(name: "RuleId", value: "Règle \"1\" / all"),
        ], statistic: .maximum, periodSeconds: 300)

    /// The services that know accounts, keys and metrics.
    static let accounts: [OperationSample] = [
        .full(STS.GetCallerIdentity(), [:]),
        .full(EC2.DescribeRegions(allRegions: true), ["AllRegions": true]),
        .full(
            KMS.DescribeKey(keyID: "arn:aws:kms:eu-west-1:123456789012:alias/ünï/a b"),
            ["KeyId": "arn:aws:kms:eu-west-1:123456789012:alias/ünï/a b"]),
        .full(
            CloudWatch.GetMetricData(
                queries: [query], start: start, end: start + 3600, maxDatapoints: 500, nextToken: "t/+= ☃"),
            [
                "MetricDataQueries": [
                    [
                        "Id": "latency0",
                        "MetricStat": [
                            "Metric": [
                                "Namespace": "AWS/S3", "MetricName": "ReplicationLatency",
                                "Dimensions": [
                                    ["Name": "SourceBucket", "Value": "media"],
                                    ["Name": "RuleId", "Value": "Règle \"1\" / all"],
                                ],
                            ], "Period": 300, "Stat": "Maximum",
                        ],
                    ]
                ], "StartTime": "2026-01-02T03:04:05Z", "EndTime": "2026-01-02T04:04:05Z",
                "ScanBy": "TimestampAscending", "MaxDatapoints": 500, "NextToken": "t/+= ☃",
            ]),
        .bare(
            CloudWatch.GetMetricData(queries: [], start: start, end: start),
            [
                "MetricDataQueries": [], "StartTime": "2026-01-02T03:04:05Z", "EndTime": "2026-01-02T03:04:05Z",
                "ScanBy": "TimestampAscending",
            ]),
        .full(IAM.GetRole(name: "a+b=c,d.e@f-g_h"), ["RoleName": "a+b=c,d.e@f-g_h"]),
        .full(
            IAM.ListAttachedRolePolicies(roleName: "a+b=c", maxItems: 7, nextToken: "t/+= ☃"),
            ["RoleName": "a+b=c", "MaxItems": 7, "Marker": "t/+= ☃"]),
        .bare(IAM.ListAttachedRolePolicies(roleName: "a"), ["RoleName": "a"]),
        .full(
            IAM.ListRolePolicies(roleName: "a+b=c", maxItems: 7, nextToken: "t/+= ☃"),
            ["RoleName": "a+b=c", "MaxItems": 7, "Marker": "t/+= ☃"]),
        .bare(IAM.ListRolePolicies(roleName: "a"), ["RoleName": "a"]),
        .full(
            IAM.GetRolePolicy(roleName: "a+b=c", policyName: "p q&r"), ["RoleName": "a+b=c", "PolicyName": "p q&r"]),
        .full(IAM.GetPolicy(policyARN: policy), ["PolicyArn": .string(policy.text)]),
        .full(
            IAM.GetPolicyVersion(policyARN: policy, versionID: "v12"),
            ["PolicyArn": .string(policy.text), "VersionId": "v12"]),
    ]
}
