import AWSModel

extension SimulatedAccount {
    /// Adds what completed restores have made, so that the next listing has it. What a restore test makes AWS Backup
    /// deletes again (2.17): it is never listed.
    mutating func makeRestoredResources() {
        for job in backup.takeCompletedRestores() {
            guard job.testingPlanARN == nil, let arn = job.createdResourceARN.flatMap(ARN.init) else { continue }
            if job.resourceType == "S3" {
                restoreObjects(job, to: arn.resource)
                continue
            }
            guard let region = arn.region,
                !AccountWorld(self).resources(in: region).contains(where: { $0.arn == arn.text })
            else { continue }
            let name = arn.resource.split { $0 == ":" || $0 == "/" }.last.map(String.init) ?? arn.resource
            let size = job.size ?? ByteCount(0)
            switch job.resourceType {
            case "DynamoDB":
                tables.add(name, in: region, account: id, at: now)
                tables.update(name, in: region) { $0.size = size }
            case "EBS":
                volumes.addVolume(name, in: region, account: id, at: now)
                volumes.updateVolume(name, in: region) {
                    $0.size = size
                    $0.gibibytes = max(1, Int((size.bytes + 1_073_741_823) / 1_073_741_824))
                }
            case "EFS":
                fileSystems.add(name, in: region, account: id, at: now)
                fileSystems.update(name, in: region) { $0.size = size }
            case "RDS" where arn.resource.hasPrefix("db:"):
                databases.addInstance(name, in: region, account: id, at: now)
                let source = job.sourceResourceARN.flatMap(ARN.init).flatMap { databases.instance($0) }
                databases.updateInstance(name, in: region) {
                    $0.size = size
                    $0.engine = source?.engine ?? $0.engine
                    $0.engineVersion = source?.engineVersion ?? $0.engineVersion
                    $0.allocatedStorage = source?.allocatedStorage ?? $0.allocatedStorage
                }
            case "RDS", "Aurora", "DocumentDB", "Neptune":
                // A restored cluster has no instances (2.10).
                let engine = databases.engine(ofCluster: job.sourceResourceARN)
                databases.addCluster(name, in: region, account: id, at: now)
                databases.updateCluster(name, in: region) {
                    $0.engine = engine ?? $0.engine
                    $0.size = size
                }
            default:
                addResource(
                    SimulatedResource(arn: arn.text, type: job.resourceType, name: name, size: size), in: region)
            }
        }
    }
}
