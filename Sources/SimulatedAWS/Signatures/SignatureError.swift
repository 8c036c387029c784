/// What services answer to a signature that they do not accept.
enum SignatureError {
    static func missing(_ service: SimulatedService) -> ServiceError {
        switch service {
        case .s3, .s3Control: S3Error.accessDenied
        case .ec2: ServiceError(400, "MissingParameter", "The request must contain the parameter AWSAccessKeyId")
        case .sts, .iam, .rds:
            ServiceError(403, "MissingAuthenticationToken", "Request is missing Authentication Token")
        case .dynamoDB: ServiceError(400, "MissingAuthenticationTokenException", "Missing Authentication Token")
        case .kms, .cloudWatch, .backup, .efs, .dlm, .other:
            ServiceError(403, "MissingAuthenticationTokenException", "Missing Authentication Token")
        }
    }

    /// As for a region that knows none of the account's keys.
    static func unknownKey(_ service: SimulatedService) -> ServiceError { FaultReplies.regionNotEnabled(service) }

    static func mismatch(_ service: SimulatedService) -> ServiceError {
        let message =
            "The request signature we calculated does not match the signature you provided. "
            + "Check your AWS Secret Access Key and signing method."
        return switch service {
        case .s3, .s3Control, .sts, .iam, .rds: ServiceError(403, "SignatureDoesNotMatch", message)
        case .ec2:
            ServiceError(401, "AuthFailure", "AWS was not able to validate the provided access credentials")
        case .dynamoDB: ServiceError(400, "InvalidSignatureException", message)
        case .kms, .cloudWatch, .backup, .efs, .dlm, .other: ServiceError(403, "InvalidSignatureException", message)
        }
    }
}
