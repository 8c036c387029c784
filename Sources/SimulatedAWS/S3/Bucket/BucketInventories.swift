import AWSCore
import AWSModel

/// The inventory configurations of a bucket, by their identifiers.
enum BucketInventories {
    static func respond(
        to request: SimulatedRequest, _ operation: S3Operation, of bucket: SimulatedBucket,
        in account: inout SimulatedAccount
    ) throws(ServiceError) -> HTTPResponse {
        let id = request.queryValue("id") ?? ""
        switch operation {
        case .putInventory:
            let element = try S3Document.parse(request.body, root: "InventoryConfiguration")
            guard element.word("Id") == id, !id.isEmpty else { throw S3Error.malformedXML }
            account.buckets[bucket.name]?.inventories[id] = element
            return HTTPResponse(status: 204)
        case .getInventory:
            guard let element = bucket.inventories[id] else { throw missing }
            return S3Service.xml(element)
        case .deleteInventory:
            guard bucket.inventories[id] != nil else { throw missing }
            account.buckets[bucket.name]?.inventories[id] = nil
            return HTTPResponse(status: 204)
        default: return try list(request, of: bucket)
        }
    }

    /// 100 a page.
    private static func list(_ request: SimulatedRequest, of bucket: SimulatedBucket) throws(ServiceError)
        -> HTTPResponse
    {
        var ids = bucket.inventories.keys.sorted()
        if let token = request.queryValue("continuation-token") {
            guard let last = ContinuationToken.decode(token) else {
                throw S3Error.invalidArgument(
                    "The continuation token provided is incorrect", "continuation-token", token)
            }
            ids.removeAll { $0 <= last }
        }
        let page = ids.prefix(100)
        var children = page.compactMap { bucket.inventories[$0] }
        children.append(.leaf("IsTruncated", page.count < ids.count ? "true" : "false"))
        if page.count < ids.count, let last = page.last {
            children.append(.leaf("NextContinuationToken", ContinuationToken.encode(last)))
        }
        return S3Service.xml(.node("ListInventoryConfigurationsResult", children))
    }

    private static let missing = ServiceError(
        404, "NoSuchConfiguration", "The specified configuration does not exist.")
}
