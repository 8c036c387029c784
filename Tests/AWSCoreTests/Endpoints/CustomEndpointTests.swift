import Testing

@testable import AWSCore

@Suite struct CustomEndpointTests {
    @Test(
        "scheme, host, port and base path are read",
        arguments: [
            ("http://localhost:5000", "http://localhost:5000", ""),
            ("https://Vpce-1.s3.us-east-1.vpce.amazonaws.com/", "https://vpce-1.s3.us-east-1.vpce.amazonaws.com", ""),
            ("HTTPS://host/a/b//", "https://host", "/a/b"),
            ("http://[::1]:8080/x", "http://[::1]:8080", "/x"),
            ("http://[fd00:ec2::254]", "http://[fd00:ec2::254]", ""),
        ])
    func reads(text: String, origin: String, basePath: String) throws {
        let endpoint = try #require(CustomEndpoint(text))
        #expect(endpoint.origin.description == origin)
        #expect(endpoint.basePath == basePath)
    }

    @Test(
        "anything else is refused",
        arguments: [
            "", "localhost:5000", "ftp://host", "http://", "http://:80", "http://host:0", "http://host:65536",
            "http://host:port", "http://user:password@host", "http://host/?query", "http://host/#fragment",
            "http://host name", "http://host/a b", "http://host\r\nX-Evil: 1", "http://a..b", "http://[::1",
            "http://host/a/../b", "http://hôte",
        ])
    func refuses(text: String) { #expect(CustomEndpoint(text) == nil) }
}
