import AWSModel

@testable import Posture

/// A bucket of us-east-1 that a daily plan copies to the vault `dr` of us-west-2, in the states that rows start from.
enum BackedUpBucket {
    typealias Build = @Sendable (inout TestAccount) -> Void

    static let arn = TestAccount.bucketARN("media")

    /// With a copy of an age, and what a row changes.
    static func copied(hoursOld: Double = 10, _ change: @escaping Build = { _ in }) -> Build {
        { account in
            planned(in: &account)
            account.addPoint(of: arn, hoursOld: hoursOld)
            change(&account)
        }
    }

    /// With a copy whose recovery point a row edits.
    static func point(_ edit: @escaping @Sendable (inout RecoveryPoint) -> Void) -> Build {
        { account in
            planned(in: &account)
            account.addPoint(of: arn, edit)
        }
    }

    /// Without a copy, though it had a backup once.
    static func planned(_ change: @escaping Build = { _ in }) -> Build {
        { account in
            planned(in: &account)
            account.hadBackup(arn)
            change(&account)
        }
    }

    /// With recovery points of an age in a vault `local` of its own region and in `dr`; nil is none.
    static func backedUp(
        hoursOld: Double? = 10, awayHoursOld: Double? = 10, _ change: @escaping Build = { _ in }
    ) -> Build {
        { account in
            planned(in: &account)
            account.addVault("local", in: "us-east-1")
            if let hoursOld { account.addPoint(of: arn, in: "local", region: "us-east-1", hoursOld: hoursOld) }
            if let awayHoursOld { account.addPoint(of: arn, hoursOld: awayHoursOld) }
            change(&account)
        }
    }

    private static func planned(in account: inout TestAccount) {
        account.addBucket("media")
        account.addVault()
        account.addPlan()
    }
}

extension TestAccount {
    /// Edits the first rule of the first plan of us-east-1.
    mutating func editRule(_ edit: (inout BackupRule) -> Void) {
        editPlan { plan in
            plan.plan = plan.plan.map { document in
                var document = document
                edit(&document.rules[0])
                return document
            }
        }
    }
    mutating func clearPlans() { editBackup("us-east-1") { $0.plans = read([]) } }
}
