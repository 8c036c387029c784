/// A bucket's default encryption.
package struct BucketEncryption: Hashable, Sendable, Codable {
    package enum Algorithm: String, Hashable, Sendable {
        case sseS3 = "AES256", sseKMS = "aws:kms", dsseKMS = "aws:kms:dsse"
    }

    package var algorithm: Open<Algorithm>
    /// Key id, alias or ARN as written; nil means the AWS managed key where the algorithm is KMS.
    package var kmsKeyID: String?
    package var bucketKeyEnabled: Bool = false

    package init(algorithm: Open<Algorithm>, kmsKeyID: String? = nil, bucketKeyEnabled: Bool = false) {
        self.algorithm = algorithm
        self.kmsKeyID = kmsKeyID
        self.bucketKeyEnabled = bucketKeyEnabled
    }

    package var isKMS: Bool {
        switch algorithm {
        case .known(.sseKMS), .known(.dsseKMS): true
        case .known(.sseS3), .other: false
        }
    }
}
