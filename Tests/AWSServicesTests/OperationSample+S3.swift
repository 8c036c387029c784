import AWSModel
import AWSServices

extension OperationSample {
    /// A key with what encoders get wrong.
    private static let awkward = "año 2026/a+b & c=d?/~tilde_-.%41/ünï ☃.txt"

    static let s3: [OperationSample] = [
        .full(
            S3.ListBuckets(maxBuckets: 77, prefix: "a b/+", bucketRegion: "eu-west-1", nextToken: "t/+= ☃"),
            [
                "MaxBuckets": 77, "Prefix": "a b/+", "BucketRegion": "eu-west-1", "ContinuationToken": "t/+= ☃",
            ]),
        // Never without max-buckets: the regions would be missing (1.23).
        .bare(S3.ListBuckets(), ["MaxBuckets": 1000]),
        .full(S3.HeadBucket(bucket: "my.bucket-1"), ["Bucket": "my.bucket-1"]),
        .full(S3.GetBucketLocation(bucket: "my-bucket"), ["Bucket": "my-bucket"]),
        .full(S3.GetBucketVersioning(bucket: "my-bucket"), ["Bucket": "my-bucket"]),
        .full(S3.GetBucketReplication(bucket: "my-bucket"), ["Bucket": "my-bucket"]),
        .full(S3.GetBucketEncryption(bucket: "my-bucket"), ["Bucket": "my-bucket"]),
        .full(S3.GetBucketLifecycleConfiguration(bucket: "my-bucket"), ["Bucket": "my-bucket"]),
        .full(S3.GetObjectLockConfiguration(bucket: "my-bucket"), ["Bucket": "my-bucket"]),
        .full(S3.GetBucketOwnershipControls(bucket: "my-bucket"), ["Bucket": "my-bucket"]),
        .full(S3.GetBucketTagging(bucket: "my-bucket"), ["Bucket": "my-bucket"]),
        .full(S3.GetBucketPolicy(bucket: "my-bucket"), ["Bucket": "my-bucket"]),
        .full(S3.GetPublicAccessBlock(bucket: "my-bucket"), ["Bucket": "my-bucket"]),
        .full(S3.GetBucketNotificationConfiguration(bucket: "my-bucket"), ["Bucket": "my-bucket"]),
        .full(S3.GetBucketRequestPayment(bucket: "my-bucket"), ["Bucket": "my-bucket"]),
        .full(
            S3.ListBucketInventoryConfigurations(bucket: "my-bucket", nextToken: "t/+="),
            ["Bucket": "my-bucket", "ContinuationToken": "t/+="]),
        .bare(S3.ListBucketInventoryConfigurations(bucket: "my-bucket"), ["Bucket": "my-bucket"]),
        .full(
            S3.ListObjectsV2(
                bucket: "my-bucket", prefix: awkward, startAfter: awkward + "1", maxKeys: 7, nextToken: "t/+="),
            [
                "Bucket": "my-bucket", "Prefix": .string(awkward), "StartAfter": .string(awkward + "1"), "MaxKeys": 7,
                "ContinuationToken": "t/+=", "EncodingType": "url",
            ]),
        .bare(
            S3.ListObjectsV2(bucket: "my-bucket"),
            ["Bucket": "my-bucket", "MaxKeys": 1000, "EncodingType": "url"]),
        .full(
            S3.ListObjectVersions(
                bucket: "my-bucket", prefix: awkward, maxKeys: 7, keyMarker: awkward + "1", versionIDMarker: "v/+="),
            [
                "Bucket": "my-bucket", "Prefix": .string(awkward), "MaxKeys": 7, "KeyMarker": .string(awkward + "1"),
                "VersionIdMarker": "v/+=", "EncodingType": "url",
            ]),
        .bare(
            S3.ListObjectVersions(bucket: "my-bucket"),
            ["Bucket": "my-bucket", "MaxKeys": 1000, "EncodingType": "url"]),
        .full(
            S3.HeadObject(bucket: "my-bucket", key: awkward, versionID: "v/+="),
            ["Bucket": "my-bucket", "Key": .string(awkward), "VersionId": "v/+="]),
        .bare(S3.HeadObject(bucket: "my-bucket", key: "a"), ["Bucket": "my-bucket", "Key": "a"]),
    ]

    static let s3Control: [OperationSample] = [
        .full(
            S3Control.ListJobs(
                accountID: "123456789012", statuses: [.active, .complete], maxResults: 7, nextToken: "t/+= ☃"),
            [
                "AccountId": "123456789012", "JobStatuses": ["Active", "Complete"], "MaxResults": 7,
                "NextToken": "t/+= ☃",
            ]),
        .bare(S3Control.ListJobs(accountID: "123456789012"), ["AccountId": "123456789012"]),
        .full(
            S3Control.DescribeJob(accountID: "123456789012", jobID: "job/1 +☃"),
            ["AccountId": "123456789012", "JobId": "job/1 +☃"]),
        .full(
            S3Control.GetMultiRegionAccessPointRoutes(
                accountID: "123456789012", accessPoint: "arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap"),
            [
                "AccountId": "123456789012", "Mrap": "arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap",
            ]),
    ]
}
