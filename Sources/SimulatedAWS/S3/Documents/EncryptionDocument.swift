import AWSCore
import AWSModel

/// A bucket's default encryption as XML.
enum EncryptionDocument {
    static func element(of encryption: BucketEncryption) -> XMLElement {
        var settings: [XMLElement] = [.leaf("SSEAlgorithm", encryption.algorithm.wire)]
        if let key = encryption.kmsKeyID { settings.append(.leaf("KMSMasterKeyID", key)) }
        return .node(
            "ServerSideEncryptionConfiguration",
            [
                .node(
                    "Rule",
                    [
                        .node("ApplyServerSideEncryptionByDefault", settings),
                        .leaf("BucketKeyEnabled", encryption.bucketKeyEnabled ? "true" : "false"),
                    ])
            ])
    }

    static func read(_ document: XMLElement) throws(ServiceError) -> BucketEncryption {
        guard let rule = document["Rule"], let settings = rule["ApplyServerSideEncryptionByDefault"],
            let algorithm = settings.word("SSEAlgorithm")
        else { throw S3Error.malformedXML }
        let encryption = BucketEncryption(
            algorithm: Open(algorithm), kmsKeyID: settings.word("KMSMasterKeyID"),
            bucketKeyEnabled: rule.word("BucketKeyEnabled") == "true")
        guard case .known = encryption.algorithm else { throw S3Error.malformedXML }
        guard encryption.isKMS || encryption.kmsKeyID == nil else {
            throw S3Error.invalidArgument(
                "a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse",
                "ApplyServerSideEncryptionByDefault", algorithm)
        }
        return encryption
    }
}
