import AWSModel

extension SimulatedBackup {
    func listFrameworks(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        try page(
            state(call.region).frameworks, call, member: "Frameworks", token: "NextToken", limit: "MaxResults"
        ) { framework in
            .members([
                "FrameworkName": .text(framework.name), "FrameworkArn": .text(framework.arn),
                "FrameworkDescription": .text(framework.explanation),
                "NumberOfControls": .integer(framework.controls.count), "CreationTime": .time(framework.createdAt),
                "DeploymentStatus": .text("COMPLETED"),
            ])
        }
    }

    func describeFramework(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let name = call.label("framework")
        guard let framework = state(call.region).frameworks.first(where: { $0.name == name }) else {
            throw .notFound("Framework \(name) not found")
        }
        return .members([
            "FrameworkName": .text(framework.name), "FrameworkArn": .text(framework.arn),
            "FrameworkDescription": .text(framework.explanation),
            "FrameworkControls": .list(framework.controls.map { .members(["ControlName": .text($0)]) }),
            "CreationTime": .time(framework.createdAt), "DeploymentStatus": .text("COMPLETED"),
            "FrameworkStatus": .text(framework.status),
        ])
    }

    func listLegalHolds(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        try page(state(call.region).legalHolds, call, member: "LegalHolds") { hold in
            .members([
                "Title": .text(hold.title), "Status": .text(hold.status), "Description": .text(hold.explanation),
                "LegalHoldId": .text(hold.id), "LegalHoldArn": .text(hold.arn), "CreationDate": .time(hold.createdAt),
            ])
        }
    }
}
