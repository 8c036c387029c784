import Posture

extension Duration {
    /// In a narrow column: "45 s", "15 min", "26 h", "9 d".
    var short: String {
        let seconds = components.seconds
        switch seconds {
        case ..<120: return "\(seconds) s"
        case ..<7200: return "\(seconds / 60) min"
        case ..<172_800: return "\(seconds / 3600) h"
        default: return "\(seconds / 86_400) d"
        }
    }
}
