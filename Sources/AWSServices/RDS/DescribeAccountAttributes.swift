package import AWSCore
package import AWSModel

extension RDS {
    /// What an account may have of databases in a region, and has.
    package struct DescribeAccountAttributes: QueryRead {
        package static let service = RDS.service
        package static let name = "DescribeAccountAttributes"
        package static let call = "rds:DescribeAccountAttributes"

        package init() {}

        package var parameters: KeyValuePairs<String, String?> { [:] }

        package static func read(_ result: XMLElement) throws(MalformedReply) -> [AccountQuota] {
            var quotas: [AccountQuota] = []
            for row in try result.required("AccountQuotas").all("AccountQuota") {
                quotas.append(
                    AccountQuota(
                        name: try row.requiredText("AccountQuotaName"), used: try row.integer("Used"),
                        maximum: try row.integer("Max")))
            }
            return quotas
        }
    }
}
