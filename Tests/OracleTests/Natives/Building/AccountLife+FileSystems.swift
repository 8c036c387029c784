import AWSModel
import Foundation
import SimulatedAWS

extension AccountLife {
    func live(_ drawn: DrawnFileSystem, _ step: Int) {
        if step == 0 { add(drawn.basics, drawn.isOneZone) }
        guard let replica = drawn.replica else { return }
        let source = drawn.basics
        if step == replica.from {
            add(replica.basics, false)
            aws.configure { account in
                guard let from = account.fileSystems.fileSystems[source.region]?[source.name],
                    let to = account.fileSystems.fileSystems[replica.basics.region]?[replica.basics.name]
                else { return }
                account.fileSystems.replicate(from, to: to, at: account.now)
            }
        }
        guard let arn = ARN(DrawnFileSystem.arn(source)) else { return }
        if step == replica.failedFrom {
            aws.configure { account in
                let now = account.now
                account.fileSystems.updateReplication(of: arn) { $0.failure = .init(since: now, message: "It failed.") }
            }
        }
        if step == replica.endedFrom { aws.configure { $0.fileSystems.endReplication(of: arn) } }
    }

    private func add(_ basics: DrawnBasics, _ isOneZone: Bool) {
        let key = arn(ofKey: basics.key)
        aws.configure { account in
            account.fileSystems.add(basics.name, in: basics.region, account: account.id, at: account.now)
            account.fileSystems.update(basics.name, in: basics.region) { fileSystem in
                fileSystem.keyARN = key
                fileSystem.tags = basics.tags
                fileSystem.zone = isOneZone ? basics.region.name + "a" : nil
                fileSystem.size = ByteCount(2 << 30)
            }
        }
    }
}
