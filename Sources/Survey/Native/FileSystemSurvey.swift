import AWSCore
import AWSModel
import AWSServices
import Posture

/// Reads the file systems of a region, and the replications that begin or end there (3.7).
struct FileSystemSurvey: Sendable {
    let reader: Reader
    let region: Region

    func fileSystems() async -> Reading<[FileSystemContents]> {
        let listing: Reading<[FileSystem]> = await reader.readAll(EFS.DescribeFileSystems(), in: region)
        guard let fileSystems = listing.value else { return listing.map { _ in [] } }
        let read = await Fanout.map(fileSystems) { fileSystem in
            FileSystemContents(fileSystem: fileSystem, backsUpDaily: await backsUpDaily(fileSystem.id))
        }
        return listing.map { _ in read }
    }

    /// One call for all; absent where AWS says that there is none.
    func replications() async -> Reading<[FileSystemReplication]> {
        await reader.readAll(
            EFS.DescribeReplicationConfigurations(), in: region, absentCodes: ["ReplicationNotFound"])
    }

    private func backsUpDaily(_ id: String) async -> Reading<Bool> {
        let policy = await reader.read(
            EFS.DescribeBackupPolicy(fileSystemID: id), in: region,
            absentCodes: ["PolicyNotFound", "FileSystemNotFound"])
        switch policy.value?.status {
        case .known(.enabled), .known(.enabling): return policy.map { _ in true }
        case .known(.disabled), .known(.disabling), nil: return policy.map { _ in false }
        // A word that is not understood says neither that it is backed up nor that it is not.
        case .other(let word): return Reading(.failed(code: "status \(word)"), of: policy.source, at: policy.at)
        }
    }
}
