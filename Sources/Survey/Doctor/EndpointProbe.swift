package import AWSCore
package import AWSModel
import AWSServices

/// Whether a service's endpoint in a region answers, and how fast.
package struct EndpointProbe: Hashable, Sendable {
    package enum Answer: Hashable, Sendable {
        /// Any reply of AWS's, a refusal included.
        case answers(Duration)
        /// Why not.
        case silent(String)
    }

    package var service: String
    package var region: Region
    package var answer: Answer

    /// One cheap call to each service that a survey needs, in each region; sorted by region, then service.
    package static func probe(_ client: AWSClient, regions: [Region]) async -> [EndpointProbe] {
        let probes = await Fanout.map(regions) { region in
            async let sts = ask(STS.GetCallerIdentity(), client, region)
            async let s3 = ask(S3.ListBuckets(maxBuckets: 1), client, region)
            async let backup = ask(Backup.DescribeRegionSettings(), client, region)
            async let kms = ask(KMS.DescribeKey(keyID: "alias/aws/s3"), client, region)
            return await [backup, kms, s3, sts]
        }
        return probes.flatMap(\.self)
    }

    private static func ask<O: ReadOperation>(
        _ operation: O, _ client: AWSClient, _ region: Region
    ) async -> EndpointProbe {
        let started = ContinuousClock.now
        var answer: Answer
        do {
            _ = try await client.send(operation, in: region)
            answer = .answers(ContinuousClock.now - started)
        } catch {
            switch error.cause {
            case .service, .denied, .throttled, .credentialsRejected: answer = .answers(ContinuousClock.now - started)
            case .transport, .circuitOpen, .malformedReply, .credentials, .endpoint, .cancelled:
                answer = .silent(error.reason)
            }
        }
        return EndpointProbe(service: O.service.id, region: region, answer: answer)
    }
}
