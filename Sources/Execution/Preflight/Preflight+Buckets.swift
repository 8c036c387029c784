import AWSCore
import AWSModel
import AWSServices
import Recovery

extension Preflight {
    /// Where a bucket's objects shall go: a name that is free, or a bucket that is ready for them (2.8).
    func bucket(_ name: String, isNew: Bool, in region: Region) async -> [PreflightCheck] {
        let title = "bucket name is free"
        guard isNew else {
            var checks = [await bucketIsThere(name, in: region), await versioning(of: name, in: region)]
            checks.append(await eventBridge(of: name, in: region))
            checks.append(await emptiness(of: name, in: region))
            return checks
        }
        // S3 makes buckets by way of the partition's home region (7.2).
        let regions = Array(Set([region, Self.homeOfIAM(region)])).sorted()
        do throws(AWSError) {
            let home = try await client.send(S3.HeadBucket(bucket: name), in: region)
            return [.failed(title, "\(name) is there already, in \(home)", "Choose another name.", regions)]
        } catch {
            if error.status == 404 {
                return [.passed(title, "\(name); making it depends on \(Self.homeOfIAM(region))", regions)]
            }
            if error.status == 403 {
                return [.failed(title, "\(name) belongs to somebody", "Choose another name.", regions)]
            }
            return [await asked(title, regions) { () async throws(AWSError) in throw error }]
        }
    }

    /// AWS Backup leaves an object alone whose latest version is in the bucket already (AWS re:Post,
    /// "backup-restore-s3-object").
    private func emptiness(of bucket: String, in region: Region) async -> PreflightCheck {
        let title = "bucket is empty"
        return await asked(title, [region]) { () async throws(AWSError) in
            let page = try await client.send(S3.ListObjectsV2(bucket: bucket, maxKeys: 1), in: region)
            return page.items.isEmpty
                ? .passed(title, bucket, [region])
                : .warning(
                    title, "\(bucket) holds objects",
                    "Objects whose latest version is there already are not brought back: a new bucket is safer.",
                    [region])
        }
    }

    func bucketIsThere(_ name: String, in region: Region) async -> PreflightCheck {
        let title = "bucket is there"
        do throws(AWSError) {
            let home = try await client.send(S3.HeadBucket(bucket: name), in: region)
            guard home == region else {
                return .failed(title, "\(name) is in \(home)", "Choose a bucket of \(region).", [region])
            }
            return .passed(title, name, [region])
        } catch {
            if error.status == 404 {
                return .failed(title, "there is no bucket \(name)", "Create it, or choose another one.", [region])
            }
            return await asked(title, [region]) { () async throws(AWSError) in throw error }
        }
    }

    func versioning(of bucket: String, in region: Region) async -> PreflightCheck {
        let title = "versioning is enabled"
        return await asked(title, [region]) { () async throws(AWSError) in
            let versioning = try await client.send(S3.GetBucketVersioning(bucket: bucket), in: region)
            return versioning.isEnabled
                ? .passed(title, bucket, [region])
                : .failed(
                    title, "versioning of \(bucket) is \(versioning.status?.wire ?? "off")",
                    "Enable versioning on \(bucket).", [region])
        }
    }

    private func eventBridge(of bucket: String, in region: Region) async -> PreflightCheck {
        let title = "EventBridge is on"
        return await asked(title, [region]) { () async throws(AWSError) in
            let notification = try await client.send(S3.GetBucketNotificationConfiguration(bucket: bucket), in: region)
            return notification.eventBridge
                ? .passed(title, bucket, [region])
                : .warning(
                    title, "\(bucket) does not notify EventBridge",
                    "The restore does not need it; continuous backups of this bucket will.", [region])
        }
    }

    /// A batch job follows the rules of its source: without one it has nothing to do (1.21).
    func replicationRule(of bucket: String, in region: Region) async -> PreflightCheck {
        let title = "bucket has a rule to follow"
        do throws(AWSError) {
            let configuration = try await client.send(S3.GetBucketReplication(bucket: bucket), in: region)
            let count = configuration.rules.count { $0.isEnabled }
            return count > 0
                ? .passed(title, "\(count) enabled rules", [region])
                : .failed(title, "no rule of \(bucket) is enabled", "Enable a rule first.", [region])
        } catch {
            if error.code == "ReplicationConfigurationNotFoundError" {
                return .failed(title, "\(bucket) does not replicate", "Make a replication rule first.", [region])
            }
            return await asked(title, [region]) { () async throws(AWSError) in throw error }
        }
    }

    /// The set of buckets behind an access point is fixed: traffic cannot be sent to another (1.22).
    func buckets(_ names: [String], behind accessPoint: String, in region: Region) async -> PreflightCheck {
        let title = "access point leads to both buckets"
        guard let account = ARN(accessPoint)?.account else {
            return .failed(title, "\(accessPoint) is not the ARN of an access point", "Give its ARN.", [region])
        }
        return await asked(title, [region]) { () async throws(AWSError) in
            let behind = try await client.send(
                S3Control.GetMultiRegionAccessPointRoutes(accountID: account, accessPoint: accessPoint), in: region
            ).map(\.bucket)
            let missing = names.filter { !behind.contains($0) }
            return missing.isEmpty
                ? .passed(title, behind.sorted().joined(separator: ", "), [region])
                : .failed(
                    title,
                    "it leads to \(behind.sorted().joined(separator: ", ")), not to "
                        + missing.joined(separator: ", "), "Choose an access point that leads to both.", [region])
        }
    }

    /// Five regions answer for routes (1.22).
    func routes(in region: Region) -> PreflightCheck {
        let five: Set<Region> = ["us-east-1", "us-west-2", "ap-southeast-2", "ap-northeast-1", "eu-west-1"]
        let title = "region answers for routes"
        return five.contains(region)
            ? .passed(title, region.name, [region])
            : .failed(
                title, "\(region) does not",
                "Ask in one of \(five.sorted().map(\.name).joined(separator: ", ")) that is up.", [region])
    }
}
