import AWSCore
import AWSModel
import Foundation
import Posture
import SimulatedAWS
import Testing

@testable import Survey

@Suite("What a survey says of a region that refuses")
struct RegionStatusTests {
    private static let refusing: Region = "sa-east-1"

    private func inventory(
        refusingWith code: String, denying action: String? = nil, regions: [Region] = []
    ) async throws -> Inventory {
        let aws = SimulatedAWS(at: Date(timeIntervalSince1970: 1_795_000_000))
        if let action { aws.faults.denials = [.init(action)] }
        let tampered = TamperedAWS(base: aws) { request in
            request.origin.host.contains(Self.refusing.name) ? .error(code) : nil
        }
        return try await tampered.inventory(regions: regions)
    }

    private func status(_ inventory: Inventory) -> RegionState.Status? {
        inventory.regions.first { $0.name == Self.refusing }?.status
    }

    @Test(
        "credentials that expire in the middle switch no region off",
        arguments: ["ExpiredTokenException", "ExpiredToken"])
    func expired(code: String) async throws {
        let inventory = try await inventory(refusingWith: code)
        #expect(status(inventory) == .denied)
        let assessment = Analyzer.assess(inventory, now: inventory.takenAt)
        #expect(assessment.answer == .unknown)
        #expect(Set(assessment.blindSpots.map(\.region)) == [Self.refusing])
    }

    @Test("a region that AWS lists as enabled is never called not-enabled")
    func listed() async throws {
        #expect(status(try await inventory(refusingWith: "UnrecognizedClientException")) == .denied)
    }

    @Test(
        "fact 7.5: where the regions could not be listed, a region that is not opted in to tells by its refusal",
        arguments: ["UnrecognizedClientException", "InvalidClientTokenId", "OptInRequired"])
    func notListed(code: String) async throws {
        let inventory = try await inventory(refusingWith: code, denying: "ec2:DescribeRegions")
        #expect(status(inventory) == .notEnabled)
        let assessment = Analyzer.assess(inventory, now: inventory.takenAt)
        #expect(assessment.answer == .unknown)
    }

    @Test("where the regions could not be listed, expired credentials are no such refusal")
    func notListedExpired() async throws {
        #expect(status(try await inventory(refusingWith: "ExpiredToken", denying: "ec2:DescribeRegions")) == .denied)
    }

    @Test("the operator's restriction is kept, so that a listing of regions is not missed")
    func restriction() async throws {
        let restricted = try await inventory(
            refusingWith: "X", denying: "ec2:DescribeRegions", regions: ["us-west-2", "us-east-1"])
        #expect(restricted.restrictedTo == ["us-east-1", "us-west-2"])
        #expect(Analyzer.assess(restricted, now: restricted.takenAt).blindSpots.isEmpty)
        #expect(try await inventory(refusingWith: "X").restrictedTo == nil)
    }
}
