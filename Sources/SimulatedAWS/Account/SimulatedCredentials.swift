/// The keys of the simulated account; they open nothing else, so they are no secret.
package struct SimulatedCredentials: Sendable {
    package var accessKeyID = "AKIALIFEBOATDEMO0001"
    package var secretAccessKey = "lifeboat/simulated/account/opens/nothing"
    /// Requests are refused unless their signature is the one these keys make.
    package var verifySignatures = false

    package init() {}
}
