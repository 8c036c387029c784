import AWSModel
import AWSServices
import Posture

/// Reads the settings of one bucket, a call each.
struct BucketSettings: Sendable {
    let reader: Reader
    let bucket: String
    let region: Region

    func versioning() async -> Reading<BucketVersioning> {
        await reader.read(S3.GetBucketVersioning(bucket: bucket), in: region)
    }
    func replication() async -> Reading<ReplicationConfiguration> {
        await reader.read(
            S3.GetBucketReplication(bucket: bucket), in: region,
            absentCodes: ["ReplicationConfigurationNotFoundError"])
    }
    func encryption() async -> Reading<BucketEncryption> {
        await reader.read(
            S3.GetBucketEncryption(bucket: bucket), in: region,
            absentCodes: ["ServerSideEncryptionConfigurationNotFoundError"])
    }
    func lifecycle() async -> Reading<LifecycleConfiguration> {
        await reader.read(
            S3.GetBucketLifecycleConfiguration(bucket: bucket), in: region,
            absentCodes: ["NoSuchLifecycleConfiguration"])
    }
    func objectLock() async -> Reading<ObjectLockConfiguration> {
        await reader.read(
            S3.GetObjectLockConfiguration(bucket: bucket), in: region,
            absentCodes: ["ObjectLockConfigurationNotFoundError"])
    }
    func notification() async -> Reading<NotificationConfiguration> {
        await reader.read(S3.GetBucketNotificationConfiguration(bucket: bucket), in: region)
    }
    func tags() async -> Reading<[Tag]> {
        await reader.read(S3.GetBucketTagging(bucket: bucket), in: region, absentCodes: ["NoSuchTagSet"])
    }
}
