package import AWSModel
package import Posture
package import Recovery

/// What the interface asks to be done; the executable does it and answers with messages.
package enum Effect: Sendable {
    /// Reads the account; one that runs is given up.
    case survey(profile: String?, regions: [Region])
    /// Judges an inventory and lays it out: answered by `pictured`.
    case picture(Inventory, isFinal: Bool)
    /// Judges all resources in one threat that is no region's outage: answered by `judged`.
    case judge(Threat, Inventory)
    /// Says all there is to say of one resource, of whose account these are the findings: answered by `judgedResource`.
    case judgeResource(arn: String, Inventory, [Finding])
    /// Answered by `arranged`.
    case arrange(ArrangeTask)
    /// Answered by `profiles`.
    case listProfiles
    /// To the clipboard of the operator's own terminal; answered by `copied` or `copyFailed`.
    case copy(lines: [String])
    /// Answered by `saved` or `saveFailed`.
    case saveSnapshot(Inventory, path: String)
    case saveText(String, path: String)
    /// Answers `codeWanted`; nil gives up.
    case answerCode(String?)
    /// What the ledger holds: answered by `records`.
    case listKept
    /// Answered by `fact`.
    case readFact(Need, id: String, Walkthrough, Inventory)
    /// Goes on with one that was kept; where its calls were confirmed, asks what became of them.
    case openWalk(id: String, Walkthrough, Inventory)
    /// Looks again, after a while, at one in which another process acts: answered by `walkHeld`.
    case lookOn(id: String, Inventory)
    /// So that it goes on where it was; answered by `walkFailed` where it cannot be kept.
    case keepWalk(id: String, Walkthrough, Inventory)
    /// Makes the calls that were confirmed; without the leave it asks what became of them, and may answer `walkWantsName`.
    case recover(id: String, [PlannedCall], WriteGrant?)
    /// Asks what became of calls that were confirmed, and sends none: told to what waits for progress.
    case watch(id: String, [PlannedCall])
    /// Writes the record of a walkthrough that has ended: answered by `records`.
    case recordWalk(id: String, Walkthrough)
    /// Draws everything anew, whatever the terminal is thought to show.
    case redraw
    case suspend
    case end
}
