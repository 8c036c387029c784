package import AWSModel

/// Finds where a request goes: the operator's own endpoint or AWS's host, the bucket in the host or in the path.
package struct EndpointResolver: Hashable, Sendable {
    private let overrides: EndpointOverrides
    private let usesFIPS: Bool
    private let usesDualStack: Bool
    private let addressing: BucketAddressing

    package init(
        overrides: EndpointOverrides = EndpointOverrides(), usesFIPS: Bool = false, usesDualStack: Bool = false,
        addressing: BucketAddressing = .automatic
    ) {
        self.overrides = overrides
        self.usesFIPS = usesFIPS
        self.usesDualStack = usesDualStack
        self.addressing = addressing
    }

    package init(_ configuration: ClientConfiguration) {
        self.init(
            overrides: configuration.endpoints, usesFIPS: configuration.usesFIPS,
            usesDualStack: configuration.usesDualStack, addressing: configuration.bucketAddressing)
    }

    /// Whether all buckets are reached at one host, and so over the same connections.
    func bucketsShareHost(_ service: Service) -> Bool {
        overrides.endpoint(for: service).map { !addressing.isVirtual("bucket", customEndpoint: $0) }
            ?? (addressing == .path)
    }

    /// - Throws: `EndpointError` for a name of a region, bucket or host prefix that would not stay in its place, and
    ///   for FIPS or dual-stack where there is none.
    package func resolve(
        _ service: Service, in region: Region, for request: OperationRequest
    ) throws(EndpointError) -> Endpoint {
        if let bucket = request.bucket, bucket.isEmpty || bucket == "." || bucket == ".." {
            throw EndpointError("\"\(bucket)\" is not the name of a bucket")
        }
        if let custom = overrides.endpoint(for: service) {
            return try resolve(service, in: region, for: request, at: custom)
        }
        guard RegionName.isWellFormed(region) else {
            throw EndpointError("\"\(region.name)\" is not the name of a region, which reads like us-east-1")
        }
        if usesFIPS, AWSHost.isS3(service), Partition.containing(region).id == "aws-cn" {
            throw EndpointError("\(service.id) has no FIPS endpoint in \(region.name); turn FIPS off for it")
        }
        let host = AWSHost(service, in: region, fips: usesFIPS, dualStack: usesDualStack)
        var name = host.name
        if let prefix = request.hostPrefix {
            guard RegionName.isHostLabel(prefix) else {
                throw EndpointError("\"\(prefix)\" cannot be part of the host of \(service.id)")
            }
            name = "\(prefix).\(name)"
        }
        return place(
            request, at: CustomEndpoint(origin: HTTPOrigin(host: name)),
            virtual: request.bucket.map { addressing.isVirtual($0, customEndpoint: nil) } ?? false,
            signingRegion: host.signingRegion, signingName: service.signingName)
    }

    private func resolve(
        _ service: Service, in region: Region, for request: OperationRequest, at custom: CustomEndpoint
    ) throws(EndpointError) -> Endpoint {
        guard !usesFIPS, !usesDualStack else {
            throw EndpointError(
                "\(service.id) has a custom endpoint, \(custom.origin), so FIPS and dual-stack cannot be had; "
                    + "turn one of them off")
        }
        // Simulated accounts call their regions what they like; the name must only fit the signature.
        guard RegionName.isHostLabel(region.name) else {
            throw EndpointError("\"\(region.name)\" is not the name of a region, which reads like us-east-1")
        }
        let signingRegion =
            service.isGlobal
            ? AWSHost(service, in: region, fips: false, dualStack: false).signingRegion : region
        return place(
            request, at: custom,
            virtual: request.bucket.map { addressing.isVirtual($0, customEndpoint: custom) } ?? false,
            signingRegion: signingRegion, signingName: service.signingName)
    }

    private func place(
        _ request: OperationRequest, at endpoint: CustomEndpoint, virtual: Bool, signingRegion: Region,
        signingName: String
    ) -> Endpoint {
        var origin = endpoint.origin
        var path = endpoint.basePath
        if let bucket = request.bucket {
            if virtual {
                origin.host = "\(bucket).\(origin.host)"
            } else {
                path += "/" + PercentEncoding.encode(bucket)
            }
        }
        if path.isEmpty || request.path != "/" { path += request.path }
        return Endpoint(origin: origin, path: path, signingRegion: signingRegion, signingName: signingName)
    }
}
