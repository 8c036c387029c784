import Posture

/// What the demo is to say of one resource.
struct DemoStory: Sendable, CustomStringConvertible {
    let arn: String
    let verdict: Verdict
    /// Part of the reason.
    let reason: String

    var description: String { arn }

    private init(_ arn: String, _ verdict: Verdict, _ reason: String) {
        self.arn = arn.contains(":") ? arn : "arn:aws:s3:::" + arn
        self.verdict = verdict
        self.reason = reason
    }

    static let lines = [
        DemoStory("media-originals", .protected, "replicated to us-west-2"),
        DemoStory("media-renditions", .protected, "recovery point 45 min"),
        DemoStory("session-recordings", .protected, "replicated to us-west-2"),
        DemoStory("northlight-training-sets", .protected, "replicated to us-west-2"),
        DemoStory("terraform-state", .protected, "backup copy in us-west-2"),
        DemoStory("shop-eu-exports", .protected, "backup copy in us-east-1"),
        DemoStory(
            "arn:aws:dynamodb:us-east-1:123456789012:table/checkout-orders", .protected, "backup copy in us-west-2"),
        DemoStory("arn:aws:rds:us-east-1:123456789012:db:webshop", .protected, "backup copy in us-west-2"),
        DemoStory("arn:aws:rds:us-east-1:123456789012:cluster:catalogue", .protected, "backup copy in us-west-2"),

        DemoStory("product-images", .atRisk, "prefix posters/ only"),
        DemoStory("user-uploads", .atRisk, "leaves out objects encrypted with aws:kms"),
        DemoStory("customer-documents", .atRisk, "is in us-east-1, the destination in us-west-2"),
        DemoStory("invoices-archive", .atRisk, "has Object Lock"),
        DemoStory("subtitles", .atRisk, "Suspended"),
        DemoStory("trailers", .atRisk, "studio-inbox unread"),
        DemoStory("cms-exports", .atRisk, "no usable copy"),

        DemoStory("access-logs", .unprotected, "no replication rule"),
        DemoStory("web-assets", .unprotected, "in the same region"),
        DemoStory("data-lake-raw", .unprotected, "disabled"),
        DemoStory("newsletter-exports", .unprotected, "does not exist"),
        DemoStory("film-library-masters", .unprotected, "no replication rule"),

        DemoStory("payroll-exports", .unknown, "denied (AccessDenied)"),
        DemoStory(
            "arn:aws:elasticfilesystem:us-east-1:123456789012:file-system/fs-0c3a51d2e7f849b16", .atRisk, "6 days old"),
        DemoStory("arn:aws:dynamodb:eu-central-1:123456789012:table/shop-eu-carts", .unprotected, "advanced features"),
        DemoStory("arn:aws:rds:ap-southeast-2:123456789012:db:film-library", .unprotected, "no replica"),

        DemoStory("arn:aws:rds:us-east-1:123456789012:db:subscriptions", .protected, "automated backups in us-west-2"),
        DemoStory("arn:aws:rds:us-east-1:123456789012:db:royalties", .protected, "read replica in us-west-2"),
        DemoStory("arn:aws:rds:us-east-1:123456789012:db:reviews", .atRisk, "in state error"),
        DemoStory("arn:aws:rds:us-east-1:123456789012:db:premieres", .unprotected, "Multi-AZ covers a zone"),
        DemoStory("arn:aws:rds:us-east-1:123456789012:db:render-queue", .unprotected, "no replica"),
        DemoStory("arn:aws:rds:us-east-1:123456789012:cluster:viewer-accounts", .protected, "global database in"),
        DemoStory("arn:aws:dynamodb:us-east-1:123456789012:table/player-positions", .protected, "global table in"),
        DemoStory(
            "arn:aws:dynamodb:us-east-1:123456789012:table/watchlists", .unprotected,
            "point-in-time recovery in us-east-1 only"),
        DemoStory("arn:aws:dynamodb:us-east-1:123456789012:table/feature-flags", .unprotected, "no replica"),

        DemoStory("arn:aws:ec2:us-east-1:123456789012:instance/i-04e9a7c1d25f3b860", .notEvaluated, "EC2"),
        DemoStory("arn:aws:fsx:eu-central-1:123456789012:file-system/fs-0d81e6b3f7a2c4950", .notEvaluated, "FSx"),
    ]
}
