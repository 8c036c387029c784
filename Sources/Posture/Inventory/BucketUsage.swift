package import AWSModel

/// How large a bucket is and how much it is used, as CloudWatch's metrics of S3 tell.
package struct BucketUsage: Hashable, Sendable, Codable {
    /// Bytes of all versions by `StorageType`, of the newest daily sample; absent where no sample is there.
    package var bytes: Reading<[String: ByteCount]>
    /// Versions, delete markers and parts of unfinished uploads together; absent where no sample is there.
    package var objects: Reading<Int64>
    /// Absent where request metrics of the whole bucket tell nothing: they are off, or were until now.
    package var requests: Reading<BucketRequests>

    /// The values of `StorageType` that hold bytes of objects.
    package static let storageTypes = StoredBytes.types

    package init(
        bytes: Reading<[String: ByteCount]>, objects: Reading<Int64>, requests: Reading<BucketRequests>
    ) {
        self.bytes = bytes
        self.objects = objects
        self.requests = requests
    }
}

/// What was asked of a bucket in 30 days; nil is no data, which is not 0.
package struct BucketRequests: Hashable, Sendable, Codable {
    /// A sum over the days that have a sample, and how many they are.
    package struct Sum: Hashable, Sendable, Codable {
        package var total: Int64
        package var days: Int

        package init(total: Int64, days: Int) {
            self.total = total
            self.days = days
        }
    }

    /// `PutRequests`, parts of uploads among them.
    package var puts: Sum?
    /// `GetRequests`
    package var gets: Sum?
    /// `BytesUploaded`
    package var uploaded: Sum?

    package init(puts: Sum? = nil, gets: Sum? = nil, uploaded: Sum? = nil) {
        self.puts = puts
        self.gets = gets
        self.uploaded = uploaded
    }

    /// Days of the 30 for which there is anything.
    package var days: Int { [puts, gets, uploaded].compactMap { $0?.days }.max() ?? 0 }
    /// Whether they were counted long enough to speak of a month.
    package var coverMonth: Bool { days >= Self.enough }
    /// The first and the last day may be cut.
    private static let enough = 28

    /// Read and never once asked for anything, over the month.
    package var isNeverRead: Bool { gets.map { $0.total == 0 && $0.days >= Self.enough } ?? false }
}
