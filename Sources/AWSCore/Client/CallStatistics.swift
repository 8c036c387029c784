package import AWSModel

/// Counts of a client's calls, for a progress line.
package struct CallStatistics: Hashable, Sendable {
    /// Calls that operations made, whatever came of them.
    package var started = 0
    package var finished = 0
    /// Requests beyond the first of a call.
    package var retries = 0
    package var throttled = 0
    /// Regions that were asked anything.
    package var regions = 0
    /// Those of them that owe an answer now, sorted.
    package var waitingFor: [Region] = []

    package init() {}
}
