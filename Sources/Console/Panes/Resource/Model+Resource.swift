import Canvas
import Posture

extension Model {
    /// Everything that is known of one resource.
    func resourceText(of arn: String) -> [[Span]] {
        guard let picture else { return [] }
        let copyKey = keymap.keys(of: .copyCommand).first?.name
        return ResourceText(
            arn, dossier: opened?.dossier, leading: verdictInFront(of: arn).map { (threat, $0) }, in: picture,
            columns: size.columns,
            copyKey: copyKey
        ).lines
    }

    /// Of the threat that the pane asks about, where that is no region's outage.
    private func verdictInFront(of arn: String) -> ResourceAssessment? {
        guard pane == .posture, threat != .regionOutage else { return nil }
        return scenario?.resources.first { $0.arn == arn }
            ?? opened?.dossier?.threats.first { $0.threat == threat }?.resource
    }

    /// The `aws` lines of what is missing, in their order.
    var commandsOfOpened: [String] { (opened?.dossier?.comparison.advice ?? []).compactMap(\.commandLine) }

    /// Copies the next of them, and after the last the first again.
    mutating func copyNextCommand() -> [Effect] {
        let commands = commandsOfOpened
        guard let next = opened?.nextCommand, !commands.isEmpty else { return [] }
        let index = next % commands.count
        opened?.nextCommand = index + 1
        return [.copy(lines: [commands[index]])]
    }

    /// "copied 2 of 5: aws backup start-backup-job …"
    func wordsOfCopied(_ lines: [String]) -> String {
        guard lines.count == 1 else { return "copied \(lines.count.counted("line"))" }
        let commands = commandsOfOpened
        let place = commands.firstIndex(of: lines[0]).map { " \($0 + 1) of \(commands.count):" } ?? ""
        return "copied\(place) \(lines[0])"
    }
}
