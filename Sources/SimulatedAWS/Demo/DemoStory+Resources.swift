import AWSModel

/// A resource that AWS Backup protects.
struct DemoResource {
    let type: String
    let region: Region
    /// `rds:db:orders`: the service and the resource part of its ARN.
    let place: String
    let name: String
    let gigabytes: Int64

    var arn: String {
        let parts = place.split(separator: ":", maxSplits: 1)
        return "arn:aws:\(parts[0]):\(region):123456789012:\(parts[1])"
    }
}

extension DemoStory {
    static let orders = DemoResource(
        type: "RDS", region: virginia, place: "rds:db:orders", name: "orders", gigabytes: 420)
    static let billing = DemoResource(
        type: "RDS", region: virginia, place: "rds:db:billing", name: "billing", gigabytes: 180)
    static let ledger = DemoResource(
        type: "RDS", region: virginia, place: "rds:db:ledger", name: "ledger", gigabytes: 90)
    static let catalog = DemoResource(
        type: "Aurora", region: virginia, place: "rds:cluster:catalog", name: "catalog", gigabytes: 260)
    static let carts = DemoResource(
        type: "DynamoDB", region: virginia, place: "dynamodb:table/carts", name: "carts", gigabytes: 35)
    static let erp = DemoResource(
        type: "EBS", region: virginia, place: "ec2:volume/vol-0e4a91c2b7d35f680", name: "erp-data", gigabytes: 500)
    static let cache = DemoResource(
        type: "EBS", region: virginia, place: "ec2:volume/vol-09bb2f6e1d47c03a5", name: "ci-cache", gigabytes: 100)
    static let homes = DemoResource(
        type: "EFS", region: virginia, place: "elasticfilesystem:file-system/fs-0c81d2aa57e3f9b14", name: "home-dirs",
        gigabytes: 750)
    static let renderFarm = DemoResource(
        type: "FSx", region: virginia, place: "fsx:file-system/fs-04d7e8b6a2c19f035", name: "render-farm",
        gigabytes: 1200)
    static let warehouse = DemoResource(
        type: "Redshift", region: virginia, place: "redshift:namespace:warehouse", name: "warehouse", gigabytes: 900)
    static let crm = DemoResource(
        type: "RDS", region: frankfurt, place: "rds:db:crm", name: "crm", gigabytes: 60)
    static let studio = DemoResource(
        type: "EFS", region: frankfurt, place: "elasticfilesystem:file-system/fs-0a77be30914cd26f8", name: "studio",
        gigabytes: 300)
    static let pointOfSale = DemoResource(
        type: "RDS", region: sydney, place: "rds:db:pos", name: "pos", gigabytes: 80)
    static let loyalty = DemoResource(
        type: "DynamoDB", region: sydney, place: "dynamodb:table/loyalty", name: "loyalty", gigabytes: 12)

    static let resources = [
        orders, billing, ledger, catalog, carts, erp, cache, homes, renderFarm, warehouse, crm, studio, pointOfSale,
        loyalty,
    ]

    mutating func makeResources() {
        for resource in Self.resources {
            account.addResource(
                SimulatedResource(
                    arn: resource.arn, type: resource.type, name: resource.name,
                    size: ByteCount(resource.gigabytes * 1_000_000_000)), in: resource.region)
        }
    }
}
