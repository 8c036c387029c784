import AWSModel
import Foundation

/// The chapter of databases and disks: what AWS Backup protects besides buckets.
extension DemoCompany {
    mutating func addDatabasesAndDisks() {
        addTable(Self.orders, gigabytes: 40, recoverable: true)
        addTable(Self.sessions, gigabytes: 3)
        addTable(Self.auditLog, gigabytes: 12, recoverable: true)
        addInstance(Self.shopDatabase, gigabytes: 220, key: "customers", keepingDays: 7)
        account.databases.updateInstance(Self.shopDatabase.name, in: Self.home) { $0.isMultiAZ = true }
        addCluster(Self.catalogue, gigabytes: 90, key: "customers", instances: 2)
        addFileSystem(Self.cmsFiles, gigabytes: 60)
        addVolume(Self.ledger, gigabytes: 100, key: "customers", attachedTo: Self.encoder)
        addOther("EC2", Self.encoder, gigabytes: 500)

        addInstance(Self.europeanDatabase, gigabytes: 35, keepingDays: 7)
        addTable(Self.europeanCarts, gigabytes: 2)
        addOther("FSx", Self.europeanFiles, gigabytes: 120)

        addInstance(Self.libraryDatabase, gigabytes: 15, keepingDays: 3)
        // One in the morning in Sydney, summer and winter: on Sundays no backup starts in time.
        account.databases.updateInstance(Self.libraryDatabase.name, in: Self.sydney) {
            $0.maintenanceWindow = "sun:13:30-sun:16:00"
        }
        addVolume(Self.libraryVolume, gigabytes: 400)
    }

    /// A resource by its service, region and name.
    struct Place {
        let service: String
        let region: Region
        let resource: String
        let name: String
    }

    static let orders = Place(
        service: "dynamodb", region: home, resource: "table/checkout-orders", name: "checkout-orders")
    static let sessions = Place(
        service: "dynamodb", region: home, resource: "table/checkout-sessions", name: "checkout-sessions")
    static let auditLog = Place(service: "dynamodb", region: home, resource: "table/audit-log", name: "audit-log")
    static let shopDatabase = Place(service: "rds", region: home, resource: "db:webshop", name: "webshop")
    static let catalogue = Place(service: "rds", region: home, resource: "cluster:catalogue", name: "catalogue")
    static let cmsFiles = Place(
        service: "elasticfilesystem", region: home, resource: "file-system/fs-0c3a51d2e7f849b16", name: "cms-shared")
    static let ledger = Place(
        service: "ec2", region: home, resource: "volume/vol-0b7d2f94e1a63c585", name: "ledger")
    static let encoder = Place(
        service: "ec2", region: home, resource: "instance/i-04e9a7c1d25f3b860", name: "encoder-1")
    static let europeanDatabase = Place(service: "rds", region: europe, resource: "db:shop-eu", name: "shop-eu")
    static let europeanCarts = Place(
        service: "dynamodb", region: europe, resource: "table/shop-eu-carts", name: "shop-eu-carts")
    static let europeanFiles = Place(
        service: "fsx", region: europe, resource: "file-system/fs-0d81e6b3f7a2c4950", name: "shop-eu-files")
    static let libraryDatabase = Place(
        service: "rds", region: sydney, resource: "db:film-library", name: "film-library")
    static let libraryVolume = Place(
        service: "ec2", region: sydney, resource: "volume/vol-0e5c8a3b1f7d69240", name: "film-library-scratch")

    func arn(_ place: Place) -> String { arn(place.service, place.region, place.resource) }
}
