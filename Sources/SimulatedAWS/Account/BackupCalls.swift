import AWSCore

/// The operations of AWS Backup by method and path, so that denials can name them.
enum BackupCalls {
    static func operation(_ request: SimulatedRequest) -> String {
        "\(request.method.rawValue) \(request.path)"
    }
}
