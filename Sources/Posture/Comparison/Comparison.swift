/// S3 replication and AWS Backup beside each other for one resource, with what it really has (domain 5.2).
package struct Comparison: Hashable, Sendable {
    package enum Cover: String, Hashable, Sendable {
        case replication, backup, both, neither
        /// Something that decides it was not read.
        case unknown
    }

    package struct Row: Hashable, Sendable {
        package var aspect: String
        package var replication: String
        package var backup: String
        /// Where reality differs from the slogan.
        package var nuance: String
        package var cover: Cover
    }

    package let rows: [Row]
    /// What is missing to the next tier, the most important first.
    package let advice: [Advice]

    package init(_ resource: ResourceAssessment, in account: AccountView, prices: PriceList = .dated) {
        let facts = ComparisonFacts(resource, in: account, prices: prices)
        rows = [
            facts.protection, facts.recoveryPoint, facts.recoveryTime, facts.deletions, facts.pointInTime, facts.types,
            facts.cost, facts.bestFor,
        ]
        advice = facts.advice
    }
}
