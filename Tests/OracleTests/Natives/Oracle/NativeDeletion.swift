import AWSCore
import AWSModel
import SimulatedAWS

extension SimulatedAccount {
    /// The account after somebody deleted a resource, as far as AWS lets them: what is protected stays.
    func deleting(_ resource: NativeResource) -> SimulatedAccount {
        let aws = SimulatedAWS(self)
        let region = resource.region
        func query(_ service: String, _ text: String) {
            _ = aws.respond(
                to: HTTPRequest(
                    method: .post, origin: HTTPOrigin(host: "\(service).\(region).amazonaws.com"),
                    headers: ["Content-Type": "application/x-www-form-urlencoded"], body: Array(text.utf8)))
        }
        switch resource {
        case .database(let instance):
            query("rds", "Action=DeleteDBInstance&DBInstanceIdentifier=\(instance.identifier)")
        case .cluster(let cluster):
            for instance in databases.instances[region]?.values ?? [:].values
            where instance.clusterIdentifier == cluster.identifier {
                query("rds", "Action=DeleteDBInstance&DBInstanceIdentifier=\(instance.identifier)")
            }
            query("rds", "Action=DeleteDBCluster&DBClusterIdentifier=\(cluster.identifier)")
        case .table(let table):
            _ = aws.respond(
                to: HTTPRequest(
                    method: .post, origin: HTTPOrigin(host: "dynamodb.\(region).amazonaws.com"),
                    headers: ["x-amz-target": "DynamoDB_20120810.DeleteTable"],
                    body: Array("{\"TableName\": \"\(table.name)\"}".utf8)))
        case .volume(let volume): query("ec2", "Action=DeleteVolume&VolumeId=\(volume.id)")
        case .fileSystem(let fileSystem):
            _ = aws.respond(
                to: HTTPRequest(
                    method: .delete, origin: HTTPOrigin(host: "elasticfilesystem.\(region).amazonaws.com"),
                    path: "/2015-02-01/file-systems/\(fileSystem.id)"))
        }
        return aws.configure { $0 }
    }

    /// The account once a resource's key is to be deleted.
    func losingKey(of resource: NativeResource) -> SimulatedAccount {
        var account = self
        if let key = resource.keyARN.flatMap({ ARN($0) }) { account.setKeyState(.pendingDeletion, of: key) }
        return account
    }
}
