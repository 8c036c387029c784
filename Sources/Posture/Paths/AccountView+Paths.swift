import AWSModel

extension AccountView {
    /// The ways back to a resource when its home region is lost; none where its region is not known.
    package func survivingPaths(of resource: AccountResource) -> SurvivingPaths {
        survivingPaths(of: resource, following: [])
    }

    /// - Parameter replicas: whose source it is asked of, so that what names itself is not followed for ever.
    private func survivingPaths(of resource: AccountResource, following replicas: Set<String>) -> SurvivingPaths {
        var found = SurvivingPaths()
        guard let home = resource.region else { return found }
        if let bucket = bucket(resource) { found.append(ReplicationPaths.find(bucket, home: home, in: self)) }
        // What a replica beside it holds is its source's, and comes back with that too.
        if let known = native.source(of: resource), let source = self.resource(known.arn), source.region == home,
            !replicas.contains(source.arn)
        {
            found.append(survivingPaths(of: source, following: replicas.union([resource.arn])))
        }
        found.append(NativePaths.find(resource, home: home, in: self))
        found.append(BackupPaths.find(resource, home: home, in: self))
        return found
    }
}
