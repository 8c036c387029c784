import AWSModel

@testable import Posture

extension Objectives {
    /// The same of every resource.
    init(recoveryPoint: Duration? = nil, recoveryTime: Duration? = nil, retention: Duration? = nil) {
        self.init([
            ObjectiveRule(
                match: ResourceMatch(), recoveryPoint: recoveryPoint, recoveryTime: recoveryTime, retention: retention)
        ])
    }
}
