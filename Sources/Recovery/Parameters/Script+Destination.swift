import AWSModel
import Foundation
import Posture

extension Script {
    /// Where to, and the parameters: what is asked depends on the path and on the type.
    mutating func askDestination(
        _ way: RecoveryWay, of resource: AffectedResource, _ incident: Incident
    ) throws(Stop) -> Draft {
        var form = ParameterForm(
            way: way, resource: resource, incident: incident, metadata: RestoreMetadata([:]), account: walk.account)
        if way.means == .restoreJob { return try askRestore(&form) }
        try gather(listings(for: way, resource), at: .destination)
        switch way.means {
        case .pointInTime: return try askPointInTime(&form)
        case .createVolume: return try askVolume(&form)
        case .undelete: return try askUndelete(&form)
        case .globalFailover: return try askFailover(&form)
        case .backfill: return try askBackfill(&form)
        case .repointBucket: return try askRepointing(&form)
        case .promoteReplica, .repoint, .repointTable, .breakReplication, .restoreJob, .byHand: return standing(form)
        }
    }

    /// A path that needs no parameters: what is there takes over.
    private func standing(_ form: ParameterForm) -> Draft {
        let way = form.way
        var draft = Draft(
            incident: form.incident, resource: form.resource, way: way, region: way.region, name: way.identifier)
        switch way.means {
        case .promoteReplica:
            draft.actions = [.promoteReadReplica(instance: way.identifier)]
            draft.creates = ["The replica \(way.identifier) becomes a database of its own: that cannot be undone."]
        case .breakReplication:
            let source = way.details["source"] ?? form.resource.name
            let isDark = form.resource.region.map(form.incident.isDark) ?? false
            draft.actions = [.deleteFileSystemReplication(source: source, localOnly: isDark)]
            draft.creates = [
                "The replication of \(source) ends and \(way.identifier) becomes writable: it has to be set up anew after."
            ]
        default: break
        }
        return draft
    }

    func listings(for way: RecoveryWay, _ resource: AffectedResource) -> [Need] {
        let listings: [Need.Listing] =
            switch (way.means, resource.type) {
            case (.restoreJob, .s3Bucket): [.buckets, .keys, .roles]
            case (.restoreJob, .rdsInstance), (.restoreJob, .rdsCluster), (.restoreJob, .auroraCluster):
                [.subnetGroups, .securityGroups, .keys, .roles]
            case (.restoreJob, .dynamoDBTable): [.keys, .roles]
            case (.restoreJob, .ebsVolume): [.availabilityZones, .keys, .roles]
            case (.restoreJob, .efsFileSystem): [.fileSystems, .keys, .roles]
            case (.pointInTime, .rdsInstance), (.pointInTime, .rdsCluster), (.pointInTime, .auroraCluster):
                [.subnetGroups, .securityGroups]
            case (.createVolume, _): [.availabilityZones, .keys]
            case (.backfill, _): [.buckets, .batchRoles]
            default: []
            }
        return listings.map { .listing($0, way.region) }
    }

    // MARK: AWS Backup

    private mutating func askRestore(_ form: inout ParameterForm) throws(Stop) -> Draft {
        let way = form.way
        guard let point = way.point else { throw .refused("the recovery point \(way.target) is not known") }
        let need = Need.metadata(point: point.arn, vault: point.vault, region: way.region)
        try gather([need] + listings(for: way, form.resource), at: .destination)
        if case .metadata(let values)? = walk.facts[need] {
            form.metadata = RestoreMetadata(values)
        } else {
            form.notes.append("The recovery point's metadata was not read: every parameter is as typed.")
        }
        var draft: Draft
        switch form.resource.type {
        case .s3Bucket: draft = try askBucket(&form)
        case .rdsInstance: draft = try askDatabase(&form)
        case .rdsCluster, .auroraCluster: draft = try askCluster(&form)
        case .dynamoDBTable: draft = try askTable(&form)
        case .ebsVolume: draft = try askBackedUpVolume(&form)
        case .efsFileSystem: draft = try askFileSystem(&form)
        case .other(let name): throw .refused("resources of type \(name) are not restored from here")
        }
        if point.isCold { draft.notes.append("The recovery point is in cold storage: that takes hours more.") }
        return draft
    }

    /// The restore's call of what was answered.
    func restored(_ asked: ParameterForm, role: String, name: String, isNew: Bool, creates: String) -> Draft {
        var form = asked
        form.leaveOutForeign()
        return Draft(
            incident: form.incident, resource: form.resource, way: form.way, region: form.way.region,
            actions: [
                .startRestoreJob(
                    recoveryPoint: form.way.point?.arn ?? form.way.target, type: form.resource.backupType, role: role,
                    metadata: form.metadata.values)
            ], name: name, creates: [creates], isNew: isNew, names: form.names, notes: form.notes)
    }
}
