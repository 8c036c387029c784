package import AWSModel

/// Where a request goes, and the region and name it is signed for.
package struct Endpoint: Hashable, Sendable {
    package let origin: HTTPOrigin
    /// Percent-encoded, starting with `/`; the bucket is in it where it is not in the host.
    package let path: String
    package let signingRegion: Region
    package let signingName: String

    package init(origin: HTTPOrigin, path: String, signingRegion: Region, signingName: String) {
        self.origin = origin
        self.path = path
        self.signingRegion = signingRegion
        self.signingName = signingName
    }
}

/// Why a request has nowhere to go, in one sentence with what to do.
package struct EndpointError: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
