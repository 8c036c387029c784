import AWSCore
import Testing

/// An operation, and the same parameters as botocore takes them.
struct OperationSample: Sendable {
    enum Kind: String, Sendable { case full, bare }

    /// Full samples have every parameter, bare ones only what the operation cannot do without.
    let kind: Kind
    let operation: any Operation
    let parameters: JSONValue

    static func full(_ operation: any Operation, _ parameters: JSONValue) -> OperationSample {
        OperationSample(kind: .full, operation: operation, parameters: parameters)
    }
    static func bare(_ operation: any Operation, _ parameters: JSONValue) -> OperationSample {
        OperationSample(kind: .bare, operation: operation, parameters: parameters)
    }

    static let all =
        s3 + s3Control + backupSettings + backupPlans + backupVaults + backupJobs + backupTesting + native + accounts
        + writes

    /// `S3.ListBuckets`
    var name: String { operationName(type(of: operation)) }
}

/// `S3.ListBuckets`
func operationName(_ operation: any Operation.Type) -> String { "\(operation.service.id).\(operation.name)" }

extension OperationSample: CustomTestStringConvertible {
    var testDescription: String { "\(name), \(kind)" }
}
