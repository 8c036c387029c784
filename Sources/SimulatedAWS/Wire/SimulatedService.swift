import AWSCore

/// A service that the account answers for, or the name of one that it does not.
enum SimulatedService: Hashable, Sendable {
    case s3, s3Control, sts, ec2, kms, iam, cloudWatch, backup, dynamoDB, rds, efs, dlm
    case other(String, WireProtocol)

    init(signingName: String, request: HTTPRequest) {
        switch signingName {
        case "s3" where request.path.hasPrefix("/v20180820/"): self = .s3Control
        case "s3", "s3express": self = .s3
        case "sts": self = .sts
        case "ec2": self = .ec2
        case "kms": self = .kms
        case "iam": self = .iam
        case "monitoring": self = .cloudWatch
        case "backup": self = .backup
        case "dynamodb": self = .dynamoDB
        case "rds": self = .rds
        case "elasticfilesystem": self = .efs
        case "dlm": self = .dlm
        default: self = .other(signingName, Self.guess(request))
        }
    }

    /// The prefix of its actions in policies and in evidence: `s3` in `s3:ListJobs`.
    var actionPrefix: String {
        switch self {
        case .s3, .s3Control: "s3"
        case .sts: "sts"
        case .ec2: "ec2"
        case .kms: "kms"
        case .iam: "iam"
        case .cloudWatch: "cloudwatch"
        case .backup: "backup"
        case .dynamoDB: "dynamodb"
        case .rds: "rds"
        case .efs: "elasticfilesystem"
        case .dlm: "dlm"
        case .other(let name, _): name
        }
    }

    /// As credential scopes name it.
    var signingName: String { self == .cloudWatch ? "monitoring" : actionPrefix }

    /// CloudWatch answers in the protocol it was asked in (6.5).
    func wire(for request: SimulatedRequest) -> WireProtocol {
        switch self {
        case .s3: .s3
        case .s3Control: .restXML
        case .sts: .query(namespace: STSService.namespace)
        case .ec2: .ec2
        case .kms: .json("1.1")
        case .iam: .query(namespace: IAMService.namespace)
        case .cloudWatch:
            request.headers["x-amz-target"] == nil
                ? .query(namespace: CloudWatchService.namespace) : .json("1.0")
        case .backup, .efs, .dlm: .restJSON
        case .dynamoDB: .json("1.0")
        case .rds: .query(namespace: RDSService.namespace)
        case .other(_, let wire): wire
        }
    }

    private static func guess(_ request: HTTPRequest) -> WireProtocol {
        if request.headers["x-amz-target"] != nil {
            return .json(request.headers["Content-Type"]?.hasSuffix("1.0") == true ? "1.0" : "1.1")
        }
        let isForm = request.headers["Content-Type"]?.hasPrefix("application/x-www-form-urlencoded") == true
        return isForm ? .query(namespace: "http://amazonaws.com/doc/") : .restJSON
    }
}
