import AWSModel
import Testing

@testable import AWSCore

@Suite struct EndpointResolverTests {
    @Test("every host and signing region is what botocore resolves, in every region, with FIPS and dual-stack")
    func hosts() throws {
        let rows = try BotocoreEndpoints.rows("endpoint")
        #expect(rows.count > 1000)
        for row in rows {
            let (name, region, host, signingRegion) = (row[0], Region(row[1]), row[4], row[5])
            let resolver = EndpointResolver(usesFIPS: row[2] == "1", usesDualStack: row[3] == "1")
            let service = try #require(Service.named(name))
            let request = OperationRequest(
                bucket: name == "s3" ? "bkt" : nil, hostPrefix: name == "s3control" ? "123456789012" : nil)
            let endpoint = try? resolver.resolve(service, in: region, for: request)
            #expect(endpoint?.origin.host ?? "none" == host, "\(row)")
            if host != "none" { #expect(endpoint?.signingRegion.name == signingRegion, "\(row)") }
        }
    }

    @Test(
        "a bucket goes into the host where a certificate covers it, else into the path",
        arguments: [
            ("media", "media.s3.eu-west-1.amazonaws.com", "/key"),
            ("my.bucket", "s3.eu-west-1.amazonaws.com", "/my.bucket/key"),
            ("Capitals", "s3.eu-west-1.amazonaws.com", "/Capitals/key"),
            ("under_score", "s3.eu-west-1.amazonaws.com", "/under_score/key"),
            ("-edge", "s3.eu-west-1.amazonaws.com", "/-edge/key"),
            ("ab", "s3.eu-west-1.amazonaws.com", "/ab/key"),
            ("a/../b", "s3.eu-west-1.amazonaws.com", "/a%2F..%2Fb/key"),
            (
                String(repeating: "a", count: 64), "s3.eu-west-1.amazonaws.com",
                "/\(String(repeating: "a", count: 64))/key"
            ),
        ])
    func addressing(bucket: String, host: String, path: String) throws {
        let endpoint = try EndpointResolver().resolve(
            .s3, in: "eu-west-1", for: OperationRequest(path: "/key", bucket: bucket))
        #expect(endpoint.origin == HTTPOrigin(host: host))
        #expect(endpoint.path == path)
    }

    @Test("the addressing style of the profile is honoured")
    func addressingStyle() throws {
        let request = OperationRequest(bucket: "media")
        let path = try EndpointResolver(addressing: .path).resolve(.s3, in: "us-east-1", for: request)
        #expect(path.origin.host == "s3.us-east-1.amazonaws.com")
        #expect(path.path == "/media")
        let virtual = try EndpointResolver(overrides: .given("https://s3.example.com"), addressing: .virtual)
            .resolve(.s3, in: "us-east-1", for: request)
        #expect(virtual.origin.host == "media.s3.example.com")
        let address = try EndpointResolver(overrides: .given("http://127.0.0.1:9000"), addressing: .virtual)
            .resolve(.s3, in: "us-east-1", for: request)
        #expect(address.origin.host == "127.0.0.1")
    }

    @Test("a custom endpoint keeps its port and base path, and takes neither bucket nor prefix into its host")
    func customEndpoint() throws {
        let resolver = EndpointResolver(overrides: .given("http://localhost:5000/base/"))
        let bucket = try resolver.resolve(.s3, in: "us-east-1", for: OperationRequest(path: "/", bucket: "media"))
        #expect(bucket.origin == HTTPOrigin(scheme: "http", host: "localhost", port: 5000))
        #expect(bucket.path == "/base/media")
        let jobs = try resolver.resolve(
            .s3Control, in: "us-east-1", for: OperationRequest(path: "/v20180820/jobs", hostPrefix: "123456789012"))
        #expect(jobs.origin.host == "localhost")
        #expect(jobs.path == "/base/v20180820/jobs")
        #expect(jobs.signingName == "s3")
        let identity = try resolver.resolve(.iam, in: "eu-west-1", for: OperationRequest())
        #expect(identity.signingRegion == "us-east-1")
        #expect(identity.path == "/base")
    }

    @Test(
        "a region name that would leave its place in the host is refused",
        arguments: [
            "us-east-1/../x", "", " ", "us east 1", "us-east-1.evil.com", "us-east-1@x", "US-EAST-1", "mars",
            "us-east-1a", "-us-east-1", "us-east-", "aws-nowhere-global", "us-east-1\n", "é-east-1",
        ])
    func refusedRegions(name: String) {
        #expect(throws: EndpointError.self) {
            try EndpointResolver().resolve(.s3, in: Region(name), for: OperationRequest())
        }
    }

    @Test("a region that no partition claims is taken as one of the commercial partition")
    func unknownRegion() throws {
        let endpoint = try EndpointResolver().resolve(.backup, in: "xx-moon-12", for: OperationRequest())
        #expect(endpoint.origin.host == "backup.xx-moon-12.amazonaws.com")
    }

    @Test("a host prefix or bucket that would leave its place is refused", arguments: ["", "..", "."])
    func refusedBuckets(name: String) {
        #expect(throws: EndpointError.self) {
            try EndpointResolver().resolve(.s3, in: "us-east-1", for: OperationRequest(bucket: name))
        }
        #expect(throws: EndpointError.self) {
            try EndpointResolver().resolve(
                .s3Control, in: "us-east-1", for: OperationRequest(hostPrefix: "1.evil/" + name))
        }
    }

    @Test("FIPS and dual-stack are refused at a custom endpoint, for nobody could keep the promise")
    func fipsAtCustomEndpoint() {
        for (fips, dualStack) in [(true, false), (false, true)] {
            let resolver = EndpointResolver(
                overrides: .given("http://localhost:5000"), usesFIPS: fips, usesDualStack: dualStack)
            #expect(throws: EndpointError.self) {
                try resolver.resolve(.sts, in: "us-east-1", for: OperationRequest())
            }
        }
    }
}

extension EndpointOverrides {
    static func given(_ url: String) -> EndpointOverrides { EndpointOverrides(explicit: CustomEndpoint(url)) }
}

extension Service {
    private static func plain(
        _ id: String, _ prefix: String, _ signingName: String? = nil, isGlobal: Bool = false
    ) -> Service {
        Service(
            id: id, endpointPrefix: prefix, signingName: signingName ?? prefix, apiVersion: "", wire: .restJSON,
            isGlobal: isGlobal, callPrefix: prefix)
    }
    fileprivate static let s3 = plain("S3", "s3")
    fileprivate static let s3Control = plain("S3 Control", "s3-control", "s3")
    fileprivate static let backup = plain("Backup", "backup")
    fileprivate static let sts = plain("STS", "sts")
    fileprivate static let iam = plain("IAM", "iam", isGlobal: true)

    /// By the name botocore gives it.
    fileprivate static func named(_ name: String) -> Service? {
        switch name {
        case "s3": s3
        case "s3control": s3Control
        case "backup": backup
        case "sts": sts
        case "ec2": plain("EC2", "ec2")
        case "iam": iam
        case "kms": plain("KMS", "kms")
        case "cloudwatch": plain("CloudWatch", "monitoring")
        case "rds": plain("RDS", "rds")
        case "dynamodb": plain("DynamoDB", "dynamodb")
        case "sso": ssoPortal
        case "sso-oidc": ssoTokens
        default: nil
        }
    }
}
