import AWSModel
import Foundation
import Posture

/// RDS and Aurora: restores from AWS Backup, to a point in time, and the global database (2.16, 3.1, 3.3).
extension Script {
    /// A cluster that is not Aurora's is a Multi-AZ one: it brings its instances with it, and takes none besides.
    private static func engines(_ type: ResourceType) -> [Question.Choice] {
        (type == .rdsCluster ? ["mysql", "postgres"] : ["aurora-mysql", "aurora-postgresql"])
            .map { Question.Choice($0, $0) }
    }

    mutating func askDatabase(_ form: inout ParameterForm) throws(Stop) -> Draft {
        let identifier = try askIdentifier(&form, "DBInstanceIdentifier")
        form.metadata.set("DBInstanceIdentifier", identifier)
        if form.way.point?.isContinuous == true {
            let time = try moment(form, "Any moment that is kept; empty is the latest.")
            form.metadata.set("RestoreTime", time?.formatted(.iso8601) ?? "")
            form.metadata.set("UseLatestRestorableTime", time == nil ? "true" : "")
        }
        for (name, value) in try askInstance(&form) {
            form.metadata.set(name, name == "VpcSecurityGroupIds" ? RestoreMetadata.list(Rule.parts(value)) : value)
        }
        let role = try role(&form)
        return restored(
            form, role: role, name: identifier, isNew: true,
            creates: "A database \(identifier) in \(form.way.region).")
    }

    mutating func askCluster(_ form: inout ParameterForm) throws(Stop) -> Draft {
        let identifier = try askIdentifier(&form, "dbClusterIdentifier")
        form.metadata.set("dbClusterIdentifier", identifier)
        let engine = try choose(
            "engine", "Engine", "As the cluster was: Aurora does not change it in a restore.",
            Self.engines(form.resource.type), initial: form.metadata["engine"] ?? form.way.details["engine"]
        )
        form.metadata.set("engine", engine)
        if form.way.point?.isContinuous == true {
            let time = try moment(form, "Any moment that is kept; empty is the latest.")
            form.metadata.set("restoreToTime", time?.formatted(.iso8601) ?? "")
            form.metadata.set("useLatestRestorableTime", time == nil ? "true" : "")
        }
        for (name, value) in try askNetwork(&form) {
            form.metadata.set(name, name == "VpcSecurityGroupIds" ? RestoreMetadata.list(Rule.parts(value)) : value)
        }
        let key = try key(&form, "kmsKeyId", "Encrypts the restored cluster; empty leaves it as the backup says.")
        form.metadata.set("kmsKeyId", key)
        if form.resource.type == .rdsCluster {
            form.metadata.set("dbClusterInstanceClass", try askClusterClass(&form))
            let role = try role(&form)
            return restored(form, role: role, name: identifier, isNew: true, creates: Self.multiAZ(identifier, form))
        }
        let instance = try askFirstInstance(of: identifier, engine: engine, &form)
        let role = try role(&form)
        var draft = restored(
            form, role: role, name: identifier, isNew: true,
            creates: "A cluster \(identifier) in \(form.way.region), without instances at first.")
        draft.append(instance)
        return draft
    }

    private mutating func askClusterClass(_ form: inout ParameterForm) throws(Stop) -> String {
        try text(
            "class", "Class of its instances",
            "Such as db.m6gd.large: one that the region offers for Multi-AZ clusters.",
            .prefixed("db."), initial: form.initial("DBClusterInstanceClass"), needs: ["engine"])
    }

    private static func multiAZ(_ identifier: String, _ form: ParameterForm) -> String {
        "A Multi-AZ cluster \(identifier) in \(form.way.region), with its instances."
    }

    private mutating func askIdentifier(_ form: inout ParameterForm, _ name: String) throws(Stop) -> String {
        let given = form.metadata[name] ?? form.resource.name
        let usual = form.isElsewhere ? given : given + "-restored"
        return try text(
            "identifier", "Identifier", "What the restored database is called: no other of the region may be.",
            .databaseIdentifier, initial: (usual, nil), step: .destination)
    }

    private mutating func askNetwork(_ form: inout ParameterForm) throws(Stop) -> [(String, String)] {
        let region = form.way.region
        let group = try text(
            "subnet-group", "Subnet group", "Of \(region); empty takes the default one.", .optional(.any),
            initial: form.initial("DBSubnetGroupName", isRegional: true),
            suggestions: suggestions(.subnetGroups, in: region))
        let firewalls = try text(
            "security-groups", "Security groups", "Ids of \(region), with commas between; empty takes the default.",
            .optional(.list(atMost: 5, .prefixed("sg-"))),
            initial: form.initial("VpcSecurityGroupIds", isRegional: true),
            suggestions: suggestions(.securityGroups, in: region))
        if !group.isEmpty { form.names["subnet-group"] = group }
        if !firewalls.isEmpty { form.names["security-groups"] = firewalls }
        return [("DBSubnetGroupName", group), ("VpcSecurityGroupIds", firewalls)]
    }

    private mutating func askInstance(_ form: inout ParameterForm) throws(Stop) -> [(String, String)] {
        let size = try text(
            "class", "Instance class", "Such as db.r6g.large; empty takes what it was. It must be offered there.",
            .optional(.prefixed("db.")), initial: form.initial("DBInstanceClass"))
        let network = try askNetwork(&form)
        let multiAZ = try yesNo(
            "multi-az", "Multi-AZ?", "Holds against the loss of a zone, not of a region; takes longer to make.",
            initial: form.metadata["MultiAZ"] == "true")
        let isPublic = try yesNo(
            "public", "Publicly accessible?", "Whether it gets an address on the internet.",
            initial: form.metadata["PubliclyAccessible"] == "true")
        return [("DBInstanceClass", size)] + network
            + [("MultiAZ", multiAZ ? "true" : "false"), ("PubliclyAccessible", isPublic ? "true" : "false")]
    }

    /// Without it the cluster serves nobody, and its recovery never ends (2.16).
    private mutating func askFirstInstance(
        of cluster: String, engine: String, _ form: inout ParameterForm
    ) throws(Stop) -> RecoveryAction {
        let identifier = try text(
            "instance", "Identifier of its instance",
            "A restored cluster has none, and serves nobody until it has one.",
            .databaseIdentifier, initial: (String(cluster.prefix(61)) + "-1", nil), needs: ["identifier"])
        let size = try text(
            "class", "Class of its instance", "Such as db.r6g.large: one that the region offers for the engine.",
            .prefixed("db."), initial: form.initial("DBInstanceClass"), needs: ["engine"])
        return .createDBInstance(identifier: identifier, cluster: cluster, engine: engine, instanceClass: size)
    }

    // MARK: Point in time

    mutating func askPointInTime(_ form: inout ParameterForm) throws(Stop) -> Draft {
        var draft = Draft(
            incident: form.incident, resource: form.resource, way: form.way, region: form.way.region, name: "",
            isNew: true)
        let source = form.way.details["source"] ?? form.resource.name
        if form.resource.type == .dynamoDBTable {
            let table = try text(
                "table", "Table", "What the restored table is called: no other of the region may be.", .tableName,
                initial: (form.resource.name + "-restored", nil), step: .destination)
            let time = try moment(form, "Any moment that is kept; empty is the latest.")
            draft.name = table
            draft.actions = [.restoreTableToPointInTime(source: source, target: table, time: time)]
            draft.creates = ["A table \(table) in \(form.way.region)."]
            return draft
        }
        let identifier = try askIdentifier(&form, "")
        draft.name = identifier
        let time = try moment(form, "Any moment that is kept; empty is the latest.")
        if form.resource.type == .rdsInstance {
            let options = try askInstance(&form).filter { !$0.1.isEmpty }
            draft.actions = [
                .restoreDBInstanceToPointInTime(
                    source: source, target: identifier, time: time,
                    options: Dictionary(options, uniquingKeysWith: { $1 }))
            ]
            draft.creates = ["A database \(identifier) in \(form.way.region)."]
        } else {
            let engine = try choose(
                "engine", "Engine", "As the cluster is.", Self.engines(form.resource.type),
                initial: form.way.details["engine"])
            var options = try askNetwork(&form).filter { !$0.1.isEmpty }
            let isMultiAZ = form.resource.type == .rdsCluster
            let instance = isMultiAZ ? nil : try askFirstInstance(of: identifier, engine: engine, &form)
            if isMultiAZ { options.append(("DBClusterInstanceClass", try askClusterClass(&form))) }
            draft.actions = [
                .restoreDBClusterToPointInTime(
                    source: source, target: identifier, time: time,
                    options: Dictionary(options, uniquingKeysWith: { $1 }))
            ]
            draft.creates = [
                isMultiAZ
                    ? Self.multiAZ(identifier, form)
                    : "A cluster \(identifier) in \(form.way.region), without instances at first."
            ]
            if let instance { draft.append(instance) }
        }
        draft.names = form.names
        return draft
    }

    // MARK: Global databases

    mutating func askFailover(_ form: inout ParameterForm) throws(Stop) -> Draft {
        let way = form.way
        guard let global = way.details["global-cluster"] else {
            throw .refused("the global database of \(form.resource.name) was not read")
        }
        var choices = [
            Question.Choice(
                "failover", "fail over, and lose what has not arrived", details: ["works while the home region is dark"]
            )
        ]
        let isHomeDark = form.resource.region.map(form.incident.isDark) ?? false
        if !isHomeDark {
            choices.insert(
                Question.Choice(
                    "switchover", "switch over, losing nothing", details: ["needs the home region to answer"]), at: 0)
        }
        let how = try choose(
            "how", "How?", "A failover is not undone by itself: the old writer has to be joined again.", choices,
            initial: choices[0].value, step: .destination)
        var draft = Draft(
            incident: form.incident, resource: form.resource, way: way,
            region: how == "switchover" ? form.resource.region ?? way.region : way.region, name: way.identifier)
        if way.details["headless"] == "true" {
            let engine = try choose(
                "engine", "Engine", "As the cluster is.", Self.engines(form.resource.type),
                initial: way.details["engine"])
            draft.append(try askFirstInstance(of: way.identifier, engine: engine, &form))
            // The instance is made where the secondary is; a switchover still goes to the home region.
            draft.region = way.region
        }
        draft.actions.append(
            how == "switchover"
                ? .switchoverGlobalCluster(identifier: global, target: way.target)
                : .failoverGlobalCluster(identifier: global, target: way.target))
        draft.creates.append("\(way.identifier) in \(way.region) becomes the writer of \(global).")
        return draft
    }
}

extension Draft {
    fileprivate mutating func append(_ instance: RecoveryAction) {
        actions.append(instance)
        if case .createDBInstance(let identifier, let cluster, _, let size) = instance {
            creates.append("An instance \(identifier) of class \(size) in \(cluster).")
        }
    }
}
