import AWSCore
import AWSModel

/// `ListBuckets`: all at once, or in pages with each bucket's region (1.23).
enum BucketListing {
    static func respond(to request: SimulatedRequest, in account: SimulatedAccount) throws(ServiceError) -> HTTPResponse
    {
        let pageSize = request.queryValue("max-buckets")
        let filter = request.queryValue("bucket-region")
        let prefix = request.queryValue("prefix")
        let token = request.queryValue("continuation-token")
        if let filter, Region(filter) != request.region {
            throw S3Error.invalidArgument(
                "Argument value \(filter) is not a valid AWS Region for this endpoint", "bucket-region", filter)
        }
        var names = account.buckets.values.filter { $0.owner == account.id }.map(\.name).sorted()
        if pageSize == nil, names.count > 10_000 {
            throw S3Error.invalidRequest(
                "Unpaginated ListBuckets requests are not supported for accounts with a bucket quota above 10000.")
        }
        guard let limit = Int(pageSize ?? "10000"), (1...10_000).contains(limit) else {
            throw S3Error.invalidArgument(
                "Argument max-buckets must be an integer between 1 and 10000.", "max-buckets", pageSize ?? "")
        }
        if let prefix { names.removeAll { !$0.hasPrefix(prefix) } }
        if let filter { names.removeAll { account.buckets[$0]?.region.name != filter } }
        if let token {
            guard let last = ContinuationToken.decode(token) else {
                throw S3Error.invalidArgument(
                    "The continuation token provided is incorrect", "continuation-token", token)
            }
            names.removeAll { $0 <= last }
        }
        let page = names.prefix(limit)
        let showsRegion = pageSize != nil || filter != nil || prefix != nil || token != nil
        var children: [XMLElement] = [
            AccessControlDocument.owner(account.id),
            .node("Buckets", page.compactMap { account.buckets[$0].map { row($0, showsRegion: showsRegion) } }),
        ]
        if page.count < names.count, let last = page.last {
            children.append(.leaf("ContinuationToken", ContinuationToken.encode(last)))
        }
        if let prefix { children.append(.leaf("Prefix", prefix)) }
        return S3Service.xml(.node("ListAllMyBucketsResult", children))
    }

    private static func row(_ bucket: SimulatedBucket, showsRegion: Bool) -> XMLElement {
        var children: [XMLElement] = [
            .leaf("Name", bucket.name), .leaf("CreationDate", WireTime.iso(bucket.createdAt)),
        ]
        if showsRegion { children.append(.leaf("BucketRegion", bucket.region.name)) }
        children.append(.leaf("BucketArn", bucket.arn.text))
        return .node("Bucket", children)
    }
}

/// Tokens that mean a name to the account and nothing to a client.
enum ContinuationToken {
    static func encode(_ name: String) -> String { "1" + Digest.hex(Array(name.utf8)) }

    static func decode(_ token: String) -> String? {
        guard token.hasPrefix("1"), token.utf8.count % 2 == 1 else { return nil }
        let digits = Array(token.dropFirst())
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let byte = UInt8(String(digits[index...index + 1]), radix: 16) else { return nil }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
