package import AWSModel

/// The call that was asked, and where: one for all the readings that it gave.
package final class ReadingSource: Hashable, Sendable {
    /// `s3:GetBucketReplication`
    package let call: String
    package let region: Region

    package init(call: String, region: Region) {
        self.call = call
        self.region = region
    }

    package static func == (a: ReadingSource, b: ReadingSource) -> Bool {
        a === b || (a.call == b.call && a.region == b.region)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(call)
        hasher.combine(region)
    }
}
