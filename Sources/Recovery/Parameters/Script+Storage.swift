import AWSModel
import Foundation

/// DynamoDB, EBS and EFS (2.16).
extension Script {
    mutating func askTable(_ form: inout ParameterForm) throws(Stop) -> Draft {
        let usual = form.resource.name + (form.isElsewhere ? "" : "-restored")
        let table = try text(
            "table", "Table", "What the restored table is called: no other of the region may be.", .tableName,
            initial: (usual, nil), step: .destination)
        form.metadata.set("targetTableName", table)
        let encryption = try choose(
            "encryption", "Encryption", "Under what the table is kept.",
            [Question.Choice("Default", "a key that DynamoDB owns"), Question.Choice("KMS", "a KMS key")],
            initial: form.metadata["encryptionType"] == "KMS" ? "KMS" : "Default")
        form.metadata.set("encryptionType", encryption)
        if encryption == "KMS" {
            let key = try key(
                &form, "kmsMasterKeyArn", "A key of the table's region.", isRequired: true, needs: ["encryption"])
            form.metadata.set("kmsMasterKeyArn", key)
        } else {
            form.metadata.set("kmsMasterKeyArn", "")
        }
        let role = try role(&form)
        return restored(
            form, role: role, name: table, isNew: true, creates: "A table \(table) in \(form.way.region).")
    }

    // MARK: EBS

    private struct VolumeAnswers {
        var zone, type, size, iops: String
        var isEncrypted: Bool
        var key: String
    }

    private mutating func askVolumeAnswers(_ form: inout ParameterForm) throws(Stop) -> VolumeAnswers {
        let region = form.way.region
        let zone = try text(
            "availability-zone", "Availability zone", "Of \(region): where the instance is that will use it.",
            .prefixed(region.name), initial: form.initial("availabilityZone", isRegional: true),
            suggestions: suggestions(.availabilityZones, in: region), step: .destination)
        form.names["availability-zone"] = zone
        let types = ["gp3", "gp2", "io1", "io2", "st1", "sc1", "standard"]
        let type = try choose(
            "type", "Type", "What kind of disk.", types.map { Question.Choice($0, $0) },
            initial: form.metadata["volumeType"] ?? "gp3")
        let size = try text(
            "size", "Size in GiB", "Not less than the snapshot; empty is as large.", .optional(.integer(1...65_536)),
            initial: (form.metadata["volumeSize"], nil))
        var iops = ""
        if ["gp3", "io1", "io2"].contains(type) {
            let rule = Rule.integer(100...256_000)
            iops = try text(
                "iops", "IOPS", type == "gp3" ? "Empty is 3000." : "An \(type) volume has to be told.",
                type == "gp3" ? .optional(rule) : rule, initial: (form.metadata["iops"], nil), needs: ["type"])
        }
        let isEncrypted = try yesNo(
            "encrypted", "Encrypted?", "What is encrypted stays so, whatever is answered here.",
            initial: form.metadata["encrypted"] != "false")
        let key =
            try isEncrypted
            ? key(&form, "kmsKeyId", "A key of \(region); empty is the region's default.", needs: ["encrypted"]) : ""
        return VolumeAnswers(zone: zone, type: type, size: size, iops: iops, isEncrypted: isEncrypted, key: key)
    }

    mutating func askBackedUpVolume(_ form: inout ParameterForm) throws(Stop) -> Draft {
        let volume = try askVolumeAnswers(&form)
        form.metadata.set("availabilityZone", volume.zone)
        form.metadata.set("volumeType", volume.type)
        form.metadata.set("volumeSize", volume.size)
        form.metadata.set("iops", volume.iops)
        form.metadata.set("encrypted", volume.isEncrypted ? "true" : "false")
        form.metadata.set("kmsKeyId", volume.key)
        let role = try role(&form)
        return restored(
            form, role: role, name: form.resource.name, isNew: false, creates: "A volume in \(volume.zone).")
    }

    mutating func askVolume(_ form: inout ParameterForm) throws(Stop) -> Draft {
        let volume = try askVolumeAnswers(&form)
        let options = [
            "VolumeType": volume.type, "Size": volume.size, "Iops": volume.iops,
            "Encrypted": volume.isEncrypted ? "true" : "", "KmsKeyId": volume.key,
        ]
        return Draft(
            incident: form.incident, resource: form.resource, way: form.way, region: form.way.region,
            actions: [
                .createVolume(
                    snapshot: form.way.identifier, availabilityZone: volume.zone,
                    options: options.filter { !$0.value.isEmpty })
            ], name: form.resource.name, creates: ["A volume in \(volume.zone)."], names: form.names,
            notes: ["Its blocks are read from S3 when they are first touched: slow at first."])
    }

    // MARK: EFS

    mutating func askFileSystem(_ form: inout ParameterForm) throws(Stop) -> Draft {
        let region = form.way.region
        let kind = try choose(
            "file-system-is", "New or existing file system?",
            "Into an existing one the files come under aws-backup-restore_…, never over live ones.",
            [
                Question.Choice("new", "a new file system in \(region)"),
                Question.Choice("existing", "an existing file system of \(region)"),
            ], initial: "new", step: .destination)
        var name = form.resource.name
        if kind == "existing" {
            name = try text(
                "file-system", "File system", "Its id.", .prefixed("fs-"),
                initial: form.initial("file-system-id", isRegional: true),
                suggestions: suggestions(.fileSystems, in: region), step: .destination, needs: ["file-system-is"])
            form.metadata.set("file-system-id", name)
            form.metadata.set("newFileSystem", "false")
        } else {
            if form.metadata["file-system-id"] == nil {
                form.metadata.set("file-system-id", ARN.identifier(of: form.resource.arn))
            }
            form.metadata.set("newFileSystem", "true")
            try askNewFileSystem(&form)
        }
        let items = try text(
            "items", "Items", "At most five paths, with commas between; empty restores all.",
            .optional(.list(atMost: 5, .prefixed("/"))),
            initial: (RestoreMetadata.plain(form.metadata["ItemsToRestore"]), nil))
        form.metadata.set("ItemsToRestore", RestoreMetadata.list(Rule.parts(items)))
        let role = try role(&form)
        return restored(
            form, role: role, name: name, isNew: false,
            creates: (kind == "new"
                ? "A file system in \(region), without mount targets" : "A directory of restored files in \(name)")
                + (items.isEmpty ? "." : ", with only \(Rule.parts(items).joined(separator: ", "))."))
    }

    private mutating func askNewFileSystem(_ form: inout ParameterForm) throws(Stop) {
        let mode = try choose(
            "performance-mode", "Performance mode", "It cannot be changed afterwards.",
            [Question.Choice("generalPurpose", "general purpose"), Question.Choice("maxIO", "max I/O")],
            initial: form.metadata["PerformanceMode"] ?? "generalPurpose", needs: ["file-system-is"])
        form.metadata.set("PerformanceMode", mode)
        let isEncrypted = try yesNo(
            "encrypted", "Encrypted?", "It cannot be changed afterwards.",
            initial: form.metadata["Encrypted"] != "false", needs: ["file-system-is"])
        form.metadata.set("Encrypted", isEncrypted ? "true" : "false")
        let key =
            try isEncrypted
            ? key(&form, "KmsKeyId", "A key of the region; empty is the region's own of EFS.", needs: ["encrypted"])
            : ""
        form.metadata.set("KmsKeyId", key)
    }
}
