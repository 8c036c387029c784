/// The stable name of a command: in the palette, in `lifeboat.yaml` and in the README.
package enum CommandID: String, Hashable, Sendable, CaseIterable {
    // Moving about.
    case posture, buckets, replication, calendar, resources, restore, activity
    case nextPane = "next-pane"
    case previousPane = "previous-pane"
    case open
    case leave
    case back
    case forward
    case quit

    // In a list.
    case up, down, top, bottom
    case pageUp = "page-up"
    case pageDown = "page-down"
    case filter
    case clearFilter = "clear-filter"
    case sort
    case reverseSort = "reverse-sort"
    case faultsOnly = "faults-only"
    case mark
    case clearMarks = "clear-marks"
    case copy
    case copyCommand = "copy-command"
    case zoom
    case scrollDetailsDown = "scroll-details-down"
    case scrollDetailsUp = "scroll-details-up"

    // In one pane.
    case nextRegion = "next-region"
    case previousRegion = "previous-region"
    case threat
    case openDay = "open-day"
    case calendarSpan = "calendar-span"
    case calendarZone = "calendar-zone"
    case calendarToday = "calendar-today"
    case previousDay = "previous-day"
    case nextDay = "next-day"
    case previousWeek = "previous-week"
    case nextWeek = "next-week"
    case previousGap = "previous-gap"
    case nextGap = "next-gap"
    case export
    case restoreThis = "restore-this"
    case restoreOpened = "restore-opened"
    case newRestore = "new-restore"
    case rehearse

    // The account and the program.
    case refresh
    case profile
    case region
    case save
    case help
    case palette
    case redraw
    case suspend
}
