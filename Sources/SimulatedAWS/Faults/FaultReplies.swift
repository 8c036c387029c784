import AWSCore
import AWSModel

/// The errors that every service knows, in the words of each.
enum FaultReplies {
    static func accessDenied(_ call: SimulatedCall, service: SimulatedService, account: AccountID) -> ServiceError {
        let text =
            "User: arn:aws:iam::\(account):user/operator is not authorized to perform: \(call.permission ?? call.name)"
            + (call.resources.last.map { " on resource: \($0)" } ?? "")
            + " because no identity-based policy allows the \(call.permission ?? call.name) action"
        return switch service {
        case .s3: ServiceError(403, "AccessDenied", text)
        case .s3Control, .sts, .iam, .cloudWatch, .rds: ServiceError(403, "AccessDenied", text)
        case .ec2:
            ServiceError(403, "UnauthorizedOperation", "You are not authorized to perform this operation. " + text)
        case .kms, .dynamoDB: ServiceError(400, "AccessDeniedException", text)
        case .backup, .efs, .dlm, .other: ServiceError(403, "AccessDeniedException", text)
        }
    }

    static func deniedByBucketPolicy(_ call: SimulatedCall, account: AccountID) -> ServiceError {
        ServiceError(
            403, "AccessDenied",
            "User: arn:aws:iam::\(account):user/operator is not authorized to perform: \(call.permission ?? call.name)"
                + (call.resources.last.map { " on resource: \"\($0)\"" } ?? "")
                + " with an explicit deny in a resource-based policy")
    }

    static func throttled(_ service: SimulatedService) -> ServiceError {
        switch service {
        case .s3, .s3Control: ServiceError(503, "SlowDown", "Please reduce your request rate.")
        case .ec2: ServiceError(503, "RequestLimitExceeded", "Request limit exceeded.")
        case .sts, .iam, .cloudWatch, .rds: ServiceError(400, "Throttling", "Rate exceeded")
        case .kms, .backup, .dynamoDB, .efs, .dlm, .other: ServiceError(400, "ThrottlingException", "Rate exceeded")
        }
    }

    static func serverError(_ service: SimulatedService) -> ServiceError {
        switch service {
        case .s3, .s3Control, .ec2:
            ServiceError(500, "InternalError", "We encountered an internal error. Please try again.")
        case .sts, .iam, .cloudWatch, .rds: ServiceError(500, "InternalFailure", "Internal failure.")
        case .kms, .dynamoDB, .efs, .other: ServiceError(500, "InternalServerError", "Internal failure.")
        case .dlm: ServiceError(500, "InternalServerException", "Internal failure.")
        case .backup: ServiceError(500, "ServiceUnavailableException", "The request failed due to a temporary failure.")
        }
    }

    static func expiredToken(_ service: SimulatedService) -> ServiceError {
        switch service {
        case .s3, .s3Control: ServiceError(400, "ExpiredToken", "The provided token has expired.")
        case .ec2: ServiceError(400, "RequestExpired", "Request has expired.")
        case .sts, .iam, .rds:
            ServiceError(403, "ExpiredToken", "The security token included in the request is expired")
        case .dynamoDB:
            ServiceError(400, "ExpiredTokenException", "The security token included in the request is expired")
        case .kms, .cloudWatch, .backup, .efs, .dlm, .other:
            ServiceError(403, "ExpiredTokenException", "The security token included in the request is expired")
        }
    }

    /// A region that the account has not enabled knows none of its keys (7.5).
    static func regionNotEnabled(_ service: SimulatedService) -> ServiceError {
        switch service {
        case .s3, .s3Control:
            ServiceError(403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.")
        case .ec2:
            ServiceError(401, "AuthFailure", "AWS was not able to validate the provided access credentials")
        case .sts, .iam, .rds:
            ServiceError(403, "InvalidClientTokenId", "The security token included in the request is invalid")
        case .dynamoDB:
            ServiceError(400, "UnrecognizedClientException", "The security token included in the request is invalid.")
        case .kms, .cloudWatch, .backup, .efs, .dlm, .other:
            ServiceError(403, "UnrecognizedClientException", "The security token included in the request is invalid.")
        }
    }

    static func proxyPage(status: Int) -> HTTPResponse {
        let page = """
            <!DOCTYPE html>
            <html><head><title>Web access</title></head>
            <body><h1>Sign in to the network</h1><p>This proxy wants to know you first.<br></body></html>
            """
        return HTTPResponse(status: status, headers: ["Content-Type": "text/html"], body: Array(page.utf8))
    }
}
