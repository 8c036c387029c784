import AWSModel

/// A resource with a copy in another region that nothing like it was ever restored from there (2.17).
struct BackupRestoreUntested: FindingRule {
    static let id = "backup-restore-untested"
    static let severity = Finding.Severity.low

    func findings(in account: AccountView) -> [Finding] {
        account.resources.compactMap { resource in
            guard resource.isJudged, let home = resource.region else { return nil }
            var regions: [Region] = []
            for copy in account.vaults.copies(of: resource.arn) where copy.newest.value?.isUsable == true {
                let region = account.vaults.places[copy.place].region
                if region != home, !regions.contains(region) { regions.append(region) }
            }
            guard !regions.isEmpty else { return nil }
            regions.sort()
            regions.removeAll { region in
                account.restores.isTested(resource, in: region)
                    || account.drillProofs.holdsRestore(of: resource.arn, in: region)
            }
            guard !regions.isEmpty else { return nil }
            var evidence: [Evidence] = []
            var planned: [Region] = []
            for region in regions {
                guard let backup = account.backup(in: region), backup.restores.isRead,
                    backup.restoreTestingPlans.isRead
                else { return nil }
                evidence.append(Evidence(backup.restores, "no completed restore of \(resource.backupType) in 90 days"))
                let plans = backup.restoreTestingPlans.value?.count ?? 0
                if plans > 0 { planned.append(region) }
                evidence.append(
                    Evidence(
                        backup.restoreTestingPlans,
                        plans > 0 ? "restore testing plans, their selections not read" : "no restore testing plan"))
            }
            let listed = regions.map(\.name).joined(separator: ", ")
            var untested = finding(
                resource.arn,
                "The copy of \(resource.name) in \(listed) is untested: nothing like it was restored there in 90 days.",
                evidence, fix: "Restore it once there, or let a restore testing plan there do it each quarter.")
            // What a testing plan selects is not read: it may have this resource's turn still to come.
            if planned == regions {
                untested.severity = .info
                untested.message +=
                    " Restore testing plans are there; whether they select it was not read."
            }
            return untested
        }
    }
}
