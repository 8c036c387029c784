import AWSCore
import AWSModel
import AWSServices
import Recovery

extension Verification {
    func table(_ name: String, in region: Region) async -> [PreflightCheck] {
        await looked("table is active", in: region) { () async throws(AWSError) in
            guard let table = try await client.table(name, in: region) else { return [missing("table", name, region)] }
            return [
                Self.check(
                    "table is active", table.status == "ACTIVE", "\(name) is \(table.status ?? "in no known state")",
                    advice: "Wait until it is ACTIVE.", in: region)
            ]
        }
    }

    func instance(_ name: String, in region: Region) async -> [PreflightCheck] {
        await looked("instance is available", in: region) { () async throws(AWSError) in
            guard let instance = try await client.instance(name, in: region) else {
                return [missing("instance", name, region)]
            }
            return [
                Self.check(
                    "instance is available", instance.status == "available",
                    "\(name) is \(instance.status ?? "in no known state")", advice: "Wait until it is available.",
                    in: region)
            ]
        }
    }

    /// A cluster serves nobody without an instance (2.16).
    func cluster(_ name: String, in region: Region) async -> [PreflightCheck] {
        await looked("cluster is available", in: region) { () async throws(AWSError) in
            guard let cluster = try await client.cluster(name, in: region) else {
                return [missing("cluster", name, region)]
            }
            return [
                Self.check(
                    "cluster is available", cluster.status == "available",
                    "\(name) is \(cluster.status ?? "in no known state")", advice: "Wait until it is available.",
                    in: region),
                Self.check(
                    "cluster has an instance", !cluster.members.isEmpty,
                    cluster.members.isEmpty ? "\(name) has none" : cluster.members.joined(separator: ", "),
                    advice: "Create a DB instance in it: until then it serves nobody.", in: region),
            ]
        }
    }

    func volume(_ id: String, in region: Region, expected: ByteCount?) async -> [PreflightCheck] {
        await looked("volume is available", in: region) { () async throws(AWSError) in
            guard let volume = try await client.volume(id, in: region) else { return [missing("volume", id, region)] }
            var checks = [
                Self.check(
                    "volume is available", ["available", "in-use"].contains(volume.state ?? ""),
                    "\(id) is \(volume.state ?? "in no known state") in \(volume.zone ?? "an unknown zone")",
                    advice: "Wait until it is available.", in: region)
            ]
            // A backup holds what is used of a volume, so a volume is never smaller.
            if let expected, let gibibytes = volume.sizeGiB {
                checks.append(
                    Self.check(
                        "size is as expected", Int64(gibibytes) << 30 >= expected.bytes,
                        "\(gibibytes) GiB, \(expected.bytes) bytes were backed up",
                        advice: "Restore into a larger one.",
                        in: region))
            }
            return checks
        }
    }

    func fileSystem(_ id: String, in region: Region, expected: ByteCount?) async -> [PreflightCheck] {
        await looked("file system is available", in: region) { () async throws(AWSError) in
            guard let system = try await client.fileSystem(id, in: region) else {
                return [missing("file system", id, region)]
            }
            var checks = [
                Self.check(
                    "file system is available", system.state == "available",
                    "\(id) is \(system.state ?? "in no known state")", advice: "Wait until it is available.",
                    in: region)
            ]
            if let bytes = system.size?.bytes, let size = Self.size(bytes, expected: expected, in: region) {
                checks.append(size)
            }
            return checks
        }
    }

    /// That it is there, and how large it is, says nothing of the files that came into it.
    func restoredFiles(in id: String, _ region: Region) -> PreflightCheck {
        PreflightCheck(
            name: "restored files are there", result: .unknown,
            detail: "\(id) was there before, and its files cannot be seen from outside",
            advice: "Mount it, and look under aws-backup-restore_….", dependsOn: [region])
    }

    private func missing(_ kind: String, _ name: String, _ region: Region) -> PreflightCheck {
        Self.check(
            "\(kind) exists", false, "\(region) lists no \(kind) \(name)",
            advice: "Read the job's message, and look in the region it was restored to.", in: region)
    }

    private func looked(
        _ name: String, in region: Region, _ look: () async throws(AWSError) -> [PreflightCheck]
    ) async -> [PreflightCheck] {
        do throws(AWSError) { return try await look() } catch {
            return [Self.unknown(name, error.description, region)]
        }
    }
}
