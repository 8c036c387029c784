import AWSCore
import AWSModel
import AWSServices
import Recovery

extension Verification {
    /// The bucket is there, holds objects of the size that was backed up, and a sample of them can be read.
    func bucket(_ name: String, in region: Region, expected: ByteCount?, prefix: String) async -> [PreflightCheck] {
        var checks: [PreflightCheck] = []
        var objects: [ObjectSummary] = []
        var bytes: Int64 = 0
        do throws(AWSError) {
            _ = try await client.send(S3.HeadBucket(bucket: name), in: region)
            checks.append(Self.check("bucket exists", true, name, in: region))
            var pages = client.pages(
                S3.ListObjectsV2(bucket: name, prefix: prefix.isEmpty ? nil : prefix), in: region
            ).makeAsyncIterator()
            while let page = try await pages.next() {
                objects += page.items
                bytes += page.items.reduce(0) { $0 + $1.size.bytes }
            }
        } catch {
            let isGone = error.status == 404
            let check =
                isGone
                ? Self.check(
                    "bucket exists", false, error.description, advice: "Read the job's message: it made no bucket.",
                    in: region)
                : Self.unknown(checks.isEmpty ? "bucket exists" : "bucket holds objects", error.description, region)
            return checks + [check]
        }
        checks.append(
            Self.check(
                "bucket holds objects", !objects.isEmpty, "\(objects.count) objects, \(bytes) bytes",
                advice: "Nothing was restored into it: read the job's message.", in: region))
        if prefix.isEmpty, let size = Self.size(bytes, expected: expected, in: region) { checks.append(size) }
        if !objects.isEmpty { checks.append(await sample(objects, of: name, in: region)) }
        return checks
    }

    /// Reads some objects, evenly from the first to the last.
    private func sample(_ objects: [ObjectSummary], of bucket: String, in region: Region) async -> PreflightCheck {
        let count = min(sampleSize, objects.count)
        let chosen = (0..<count).map { objects[$0 * objects.count / count] }
        var denied: [String] = []
        var broken: [String] = []
        for object in chosen {
            do throws(AWSError) {
                let read = try await client.send(S3.GetObject(bucket: bucket, key: object.key), in: region)
                if read.wholeSize != object.size { broken.append("\(object.key): \(read.wholeSize.bytes) bytes") }
            } catch {
                switch error.cause {
                case .service: broken.append("\(object.key): \(error.reason)")
                case .denied where error.code != "AccessDenied": broken.append("\(object.key): \(error.reason)")
                default: denied.append("\(object.key): \(error.reason)")
                }
            }
        }
        let name = "objects can be read"
        if let first = broken.first {
            return Self.check(
                name, false, "\(broken.count) of \(count) read are broken: \(first)",
                advice: "Look at the key that encrypts them and at the job's message.", in: region)
        }
        if let first = denied.first {
            return Self.unknown(name, "\(denied.count) of \(count) could not be read: \(first)", region)
        }
        return Self.check(name, true, "\(count) of \(objects.count) were read", in: region)
    }
}
