/// Why a schedule cannot be read: one sentence that names the field and what is wrong with it.
package struct ScheduleError: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
