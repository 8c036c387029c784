import AWSModel
import Foundation
import SimulatedAWS

extension NativeRemains {
    /// The file system, what it replicates to, and what it replicates (3.7).
    func copies(of fileSystem: SimulatedFileSystem) -> [NativeCopy] {
        var copies: [NativeCopy] = []
        add(fileSystem.arn, .original, at: account.now, goesOn: true, "file system", to: &copies)
        for replication in account.fileSystems.replications {
            if replication.source == fileSystem.arn, let last = replication.lastReplicated(at: account.now) {
                add(
                    replication.destination, .follower, at: last, goesOn: replication.failure == nil, "replica",
                    to: &copies)
            }
            if replication.destination == fileSystem.arn {
                add(replication.source, .original, at: account.now, goesOn: true, "source", to: &copies)
            }
        }
        return copies
    }

    private func add(
        _ arn: ARN, _ kind: NativeCopy.Kind, at moment: Date, goesOn: Bool, _ what: String,
        to copies: inout [NativeCopy]
    ) {
        guard let region = arn.region,
            let there = account.fileSystems.fileSystems[region]?.values.first(where: { $0.arn == arn }),
            isReadable(there.keyARN, in: region)
        else { return }
        copies.append(
            NativeCopy(kind: kind, what: what, region: region, moments: moment...moment, goesOn: goesOn))
    }
}
