package import AWSCore

/// Amazon RDS, Aurora among it; Neptune and DocumentDB answer here too.
package enum RDS {
    package static let service = Service(
        id: "RDS", endpointPrefix: "rds", signingName: "rds", apiVersion: "2014-10-31", wire: .query, callPrefix: "rds")
}
