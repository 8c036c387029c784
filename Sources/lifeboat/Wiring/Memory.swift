import CMalloc

/// How memory is had from the system, and given back.
enum Memory {
    /// Threads share a few arenas: else what one of them frees no other can use.
    static func shareArenas() { mallopt(M_ARENA_MAX, 2) }

    /// Gives back what is free, which Glibc keeps by itself.
    static func giveBack() { malloc_trim(0) }
}
