import Testing

/// ncurses, signals and the locale belong to the process: one test at a time.
@Suite("The terminal", .serialized)
enum CursesTests {}
