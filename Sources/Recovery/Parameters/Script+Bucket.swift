import AWSModel
import Foundation

/// S3: a restore from AWS Backup, earlier versions, a backfill (2.16, 1.21).
extension Script {
    mutating func askBucket(_ form: inout ParameterForm) throws(Stop) -> Draft {
        let region = form.way.region
        let kind = try choose(
            "bucket-is", "New or existing bucket?",
            "A new bucket needs us-east-1, wherever it is made; an existing one must have versioning on.",
            [
                Question.Choice("existing", "an existing bucket of \(region)"),
                Question.Choice("new", "a new bucket in \(region)"),
            ], initial: form.incident.isDrill ? "new" : "existing", step: .destination)
        let isNew = kind == "new"
        let given = form.initial("DestinationBucketName", isRegional: true)
        let bucket = try text(
            "bucket", isNew ? "Name of the new bucket" : "Bucket",
            isNew ? "No bucket of anybody may have it." : "What is restored is added to what is in it.", .bucketName,
            initial: isNew ? (form.resource.name + "-restored", nil) : given,
            suggestions: isNew ? [] : suggestions(.buckets, in: region), step: .destination, needs: ["bucket-is"])
        form.metadata.set("DestinationBucketName", bucket)
        form.metadata.set("NewBucket", isNew ? "true" : "false")
        if form.way.point?.isContinuous == true {
            let time = try moment(form, "The state of the bucket at that moment; empty is the latest.")
            form.metadata.set("RestoreTime", time?.formatted(.iso8601) ?? "")
        }
        let items = try text(
            "items", "Items", "At most five keys or prefixes, with commas between; empty restores all.",
            .optional(.list(atMost: 5, .any)),
            initial: (RestoreMetadata.plain(form.metadata["ItemsToRestore"]), nil))
        form.metadata.set("ItemsToRestore", RestoreMetadata.list(Rule.parts(items)))
        try askEncryption(&form)
        let acls = try yesNo(
            "acls", "Restore ACLs?", "Needs a bucket whose owner settings let ACLs be.",
            initial: form.metadata["RestoreACLs"] == "true")
        form.metadata.set("RestoreACLs", acls ? "true" : "false")
        let role = try role(&form)
        let parts = Rule.parts(items).joined(separator: ", ")
        return restored(
            form, role: role, name: bucket, isNew: isNew,
            creates: isNew
                ? "A bucket \(bucket) in \(region), with \(parts.isEmpty ? "the objects" : "only \(parts)") "
                    + "of the recovery point."
                : "\(parts.isEmpty ? "Objects" : "Only \(parts)") of the recovery point in the bucket \(bucket) "
                    + "of \(region).")
    }

    private mutating func askEncryption(_ form: inout ParameterForm) throws(Stop) {
        let isCopy = form.way.point?.isCopy == true
        var choices = [
            Question.Choice("SSE-S3", "SSE-S3", details: ["keys of S3"]),
            Question.Choice("SSE-KMS", "SSE-KMS", details: ["a key of \(form.way.region)"]),
        ]
        if !isCopy { choices.insert(Question.Choice("original", "as each object was"), at: 0) }
        let given = form.metadata["EncryptionType"]
        let note =
            isCopy && (given == nil || given == "original")
            ? "The recovery point is a copy: the objects' own keys cannot be used again." : nil
        let encryption = try choose(
            "encryption", "Encryption", "Under what the restored objects are kept.", choices,
            initial: choices.contains { $0.value == given } ? given : choices[0].value, note: note)
        form.metadata.set("EncryptionType", encryption)
        form.metadata.set("Encrypted", "true")
        if encryption == "SSE-KMS" {
            let key = try key(
                &form, "KMSKey", "A key of the bucket's region that the role may use.", isRequired: true,
                needs: ["encryption"])
            form.metadata.set("KMSKey", key)
        } else {
            form.metadata.set("KMSKey", "")
        }
    }

    // MARK: Versions

    mutating func askUndelete(_ form: inout ParameterForm) throws(Stop) -> Draft {
        let bucket = ARN(form.way.target)?.resource ?? form.resource.name
        let prefix = try text(
            "prefix", "Prefix", "Only keys that begin so; empty is the whole bucket.", .optional(.any),
            step: .destination)
        let whole = prefix.isEmpty ? "every object" : "every object under \(prefix)"
        var draft = Draft(
            incident: form.incident, resource: form.resource, way: form.way, region: form.way.region, name: bucket)
        let lastGood = form.incident.lastGood?.formatted(.iso8601)
        if form.incident.kind == .deleted {
            let text = try text(
                "since", "Deleted since", "Delete markers older than this stay; empty removes all that are current.",
                .optional(.moment(from: nil, to: walk.startedAt)),
                initial: (form.incident.isDrill ? nil : lastGood, nil), needs: [Self.lastGood])
            draft.actions = [.removeDeleteMarkers(bucket: bucket, prefix: prefix, since: Rule.moment(text))]
            draft.creates = ["\(whole) of \(bucket) that a delete marker hides is there again."]
        } else {
            let text = try text(
                "as-of", "As of", "The last moment at which the objects were good.",
                .moment(from: nil, to: form.incident.lastGood ?? walk.startedAt), initial: (lastGood, nil),
                needs: [Self.lastGood])
            guard let moment = Rule.moment(text) else { throw .refused("\(text) is no moment") }
            draft.actions = [.restoreVersions(bucket: bucket, prefix: prefix, asOf: moment)]
            draft.creates = [
                "A new current version of \(whole) of \(bucket): a copy of what it was at \(moment.formatted(.iso8601))."
            ]
        }
        draft.notes = ["The command leaves out keys that hold a tab or a line break; the calls themselves do not."]
        return draft
    }

    // MARK: Replicas

    /// The replica takes over as it is; a Multi-Region Access Point can send the traffic there (1.22).
    mutating func askRepointing(_ form: inout ParameterForm) throws(Stop) -> Draft {
        let bucket = ARN(form.way.target)?.resource ?? form.way.target
        let point = try text(
            "access-point", "Multi-Region Access Point",
            "Its ARN, where the application uses one: its traffic is sent to \(bucket). Empty where it uses none.",
            .optional(.arn(service: "s3")), step: .destination)
        var draft = Draft(
            incident: form.incident, resource: form.resource, way: form.way, region: form.way.region, name: bucket)
        if !point.isEmpty {
            let controls: [Region] = ["us-west-2", "us-east-1", "eu-west-1", "ap-northeast-1", "ap-southeast-2"]
            draft.region = controls.first { $0 != form.incident.lost } ?? form.way.region
            try addRoutes(of: point, to: bucket, &draft)
        }
        return draft
    }

    /// What the routes are, and what the call makes of them: those it does not name stay as they are.
    private mutating func addRoutes(of point: String, to bucket: String, _ draft: inout Draft) throws(Stop) {
        guard case .routes(let routes)? = try fact(.routes(accessPoint: point, draft.region), at: .destination) else {
            let home = draft.resource.name
            draft.actions = [.submitRoutes(accessPoint: point, active: bucket, passive: [home])]
            draft.creates = ["The route of \(point) to \(bucket) is set to 100 %, and to \(home) to 0 %."]
            draft.notes.append(
                "The routes were not read: what goes to other buckets behind the access point goes on going there.")
            return
        }
        guard routes.contains(where: { $0.bucket == bucket }) else {
            let all = routes.map(\.bucket).joined(separator: ", ")
            throw .refused("\(bucket) is not behind \(point), whose buckets are fixed: \(all.isEmpty ? "none" : all)")
        }
        // Also those that get nothing now: somebody may have turned them on by the time the call is made.
        let others = routes.map(\.bucket).filter { $0 != bucket }
        draft.actions = [.submitRoutes(accessPoint: point, active: bucket, passive: others)]
        let now = routes.map { "\($0.bucket) \($0.dial) %" }.joined(separator: ", ")
        let after = routes.map { "\($0.bucket) \($0.bucket == bucket ? 100 : 0) %" }.joined(separator: ", ")
        draft.notes.append("The routes of \(point) are now: \(now).")
        draft.creates = ["The call makes them: \(after)."]
    }

    mutating func askBackfill(_ form: inout ParameterForm) throws(Stop) -> Draft {
        let role = try text(
            "role", "Role", "S3 Batch Operations takes it: it trusts batchoperations.s3.amazonaws.com.",
            .arn(service: "iam"), suggestions: suggestions(.batchRoles, in: form.way.region))
        let bucket = try text(
            "report-bucket", "Bucket of the report", "Where the job says which objects failed.", .bucketName,
            suggestions: suggestions(.buckets, in: form.way.region))
        let prefix = try text(
            "report-prefix", "Prefix of the report", "Where in that bucket.", .any,
            initial: ("lifeboat/" + form.resource.name, nil))
        return Draft(
            incident: form.incident, resource: form.resource, way: form.way, region: form.way.region,
            actions: [
                .createReplicationJob(
                    bucket: form.resource.name, role: role, reportBucket: bucket, reportPrefix: prefix)
            ], name: form.resource.name,
            creates: ["A Batch Replication job for what of \(form.resource.name) is not replicated or failed."],
            names: ["role": role])
    }
}
