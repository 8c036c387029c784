package import AWSModel
package import Canvas
package import Foundation
package import Posture
package import Recovery

/// What may happen to the interface: a closed list.
package enum Message: Sendable {
    // From the terminal.
    case key(Key)
    case pasted(String)
    case resized(Size)
    case clicked(Point)
    case scrolled(rows: Int)
    /// Something on the screen has aged.
    case tick

    // From a survey.
    case surveyBegan
    case progress(calls: Int, expected: Int?, waitingFor: [Region], regions: Int)
    /// What is known so far; the survey goes on.
    case partial(Inventory)
    case surveyed(Inventory)
    /// One sentence.
    case surveyFailed(String)
    case credentials(source: String, expire: Date?)
    /// A role wants a code of this MFA device before anything can be read.
    case codeWanted(serial: String)

    // For a walkthrough.
    case records(RestoreRecords)
    case fact(Fact, for: Need, id: String)
    /// Of these calls it is not known that AWS took them.
    case walkWantsName(id: String, [UnsentCall])
    /// Another process acts in it, or did when it was opened.
    case walkHeld(id: String, HeldWalk)
    case walkRecorded(id: String)
    /// One sentence.
    case walkFailed(id: String, String)

    // From work beside the interface.
    case pictured(Picture, isFinal: Bool)
    case judged(ScenarioAssessment)
    /// Nil where it is not among what was read.
    case judgedResource(arn: String, ResourceDossier?)
    case arranged(ArrangedList)
    case profiles([String])
    case saved(path: String)
    case saveFailed(String)
    case copied([String])
    case copyFailed(String)
}
