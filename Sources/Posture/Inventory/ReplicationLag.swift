package import AWSModel

/// How far a replica in another region was behind its source at most over the last hour (3.2, 3.3, 3.5).
package struct ReplicationLag: Hashable, Sendable, Codable {
    /// The ARN of the replica.
    package var replica: String
    /// The region of its source.
    package var from: Region
    /// Seconds; negative where AWS says that it cannot tell, absent without data, which is not 0.
    package var lag: Reading<Double>

    package init(replica: String, from: Region, lag: Reading<Double>) {
        self.replica = replica
        self.from = from
        self.lag = lag
    }
}
