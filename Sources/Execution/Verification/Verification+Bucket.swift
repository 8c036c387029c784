import AWSCore
import AWSModel
import AWSServices
import Recovery

extension Verification {
    /// The bucket is there, holds objects of the size that was backed up, and a sample of them can be read.
    func bucket(
        _ name: String, in region: Region, expected: ByteCount?, parts: [String], _ origin: Origin = .new
    ) async -> [PreflightCheck] {
        var checks: [PreflightCheck] = []
        var sample = ObjectSample(size: sampleSize)
        var older = 0
        do throws(AWSError) {
            _ = try await client.send(S3.HeadBucket(bucket: name), in: region)
            checks.append(Self.check("bucket exists", true, name, in: region))
            for prefix in parts.isEmpty ? [nil] : parts.map(Optional.some) {
                var pages = client.pages(S3.ListObjectsV2(bucket: name, prefix: prefix), in: region)
                    .makeAsyncIterator()
                while let page = try await pages.next() {
                    for object in page.items {
                        guard let isRestored = origin.holds(object.lastModified) else {
                            let why = "\(name) was there before, and what of it is new cannot be told"
                            return [Self.unknown("bucket holds objects", why, region)]
                        }
                        if isRestored { sample.add(object) } else { older += 1 }
                    }
                }
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
                "bucket holds objects", sample.seen > 0,
                "\(sample.seen) objects, \(sample.bytes) bytes"
                    + (parts.isEmpty ? "" : " under \(parts.joined(separator: ", "))")
                    + (origin == .new ? "" : ", without \(older) that lay there before"),
                advice: "Nothing was restored into it: read the job's message.", in: region))
        if let size = Self.size(sample.bytes, expected: expected, in: region) { checks.append(size) }
        if !sample.chosen.isEmpty { checks.append(await read(sample, of: name, in: region)) }
        return checks
    }

    private func read(_ sample: ObjectSample, of bucket: String, in region: Region) async -> PreflightCheck {
        let count = sample.chosen.count
        var denied: [String] = []
        var broken: [String] = []
        for object in sample.chosen {
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
        return Self.check(name, true, "\(count) of \(sample.seen) were read", in: region)
    }
}
