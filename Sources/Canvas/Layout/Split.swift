/// Where two panes stand: beside each other where both have room, one above the other where that is so, else the main one
/// alone.
package enum Split: Hashable, Sendable {
    case beside(Area, Area)
    case stacked(Area, Area)
    case alone(Area)

    /// - Parameter sideShare: 0…1, how much of the area the side pane gets where there is more than the minima.
    package init(_ area: Area, mainMinimum: Size, sideMinimum: Size, sideShare: Double) {
        var main = area
        if area.columns >= mainMinimum.columns + sideMinimum.columns, area.rows >= mainMinimum.rows {
            let wanted = max(sideMinimum.columns, Int(Double(area.columns) * sideShare))
            let side = main.takeRight(min(wanted, area.columns - mainMinimum.columns))
            self = .beside(main, side)
        } else if area.rows >= mainMinimum.rows + sideMinimum.rows {
            let wanted = max(sideMinimum.rows, Int(Double(area.rows) * sideShare))
            let side = main.takeBottom(min(wanted, area.rows - mainMinimum.rows))
            self = .stacked(main, side)
        } else {
            self = .alone(area)
        }
    }
}
