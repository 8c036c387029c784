/// The endpoints that the operator gave in place of AWS's own, in the order in which they win (6.7).
package struct EndpointOverrides: Hashable, Sendable {
    /// Given in code or on the command line, for every service.
    package var explicit: CustomEndpoint?
    /// `AWS_ENDPOINT_URL_<SERVICE_ID>`, by service id in capitals with underscores.
    package var environmentByService: [String: CustomEndpoint]
    /// `AWS_ENDPOINT_URL`
    package var environment: CustomEndpoint?
    /// `endpoint_url` of the profile's `services` section, by service id in capitals with underscores.
    package var profileByService: [String: CustomEndpoint]
    /// `endpoint_url` of the profile.
    package var profile: CustomEndpoint?

    package init(
        explicit: CustomEndpoint? = nil, environmentByService: [String: CustomEndpoint] = [:],
        environment: CustomEndpoint? = nil, profileByService: [String: CustomEndpoint] = [:],
        profile: CustomEndpoint? = nil
    ) {
        self.explicit = explicit
        self.environmentByService = environmentByService
        self.environment = environment
        self.profileByService = profileByService
        self.profile = profile
    }

    /// Nil when the service is to be reached at AWS's own host.
    package func endpoint(for service: Service) -> CustomEndpoint? {
        if let explicit { return explicit }
        if environmentByService.isEmpty, profileByService.isEmpty { return environment ?? profile }
        let id = service.id.uppercased().split(separator: " ").joined(separator: "_")
        return environmentByService[id] ?? environment ?? profileByService[id] ?? profile
    }
}
