import AWSModel

extension AccountView {
    /// The ways back to a resource when its home region is lost; none where its region is not known.
    package func survivingPaths(of resource: AccountResource) -> SurvivingPaths {
        var found = SurvivingPaths()
        guard let home = resource.region else { return found }
        if let bucket = bucket(resource) { found.append(ReplicationPaths.find(bucket, home: home, in: self)) }
        // What a replica beside it holds is its source's.
        if let known = native.source(of: resource), let source = self.resource(known.arn), source.region == home {
            found.append(survivingPaths(of: source))
            return found
        }
        found.append(NativePaths.find(resource, home: home, in: self))
        found.append(BackupPaths.find(resource, home: home, in: self))
        return found
    }
}
