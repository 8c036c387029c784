extension Finding {
    /// The same with the resource's own name in the commands of its fix, as it is asked about this one alone.
    package func naming(_ resource: ResourceAssessment) -> Finding {
        guard self.resource == resource.arn else { return self }
        var named = self
        named.fix = fix.split(separator: " ", omittingEmptySubsequences: false).map { word in
            switch word {
            case "BUCKET" where resource.type == .s3Bucket: Substring(resource.name)
            case "ARN": Substring(resource.arn)
            default: word
            }
        }.joined(separator: " ")
        return named
    }
}
