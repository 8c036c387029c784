import AWSCore
import AWSModel
import AWSServices
import Foundation
import Posture

/// The newest jobs of a region, of which there may be more than are worth reading.
struct NewestJobs<Job: Hashable & Sendable>: Sendable {
    var jobs: Reading<[Job]>
    /// The oldest that was kept, where older ones were left out.
    var reachesTo: Date?
}

extension Reader {
    /// AWS Backup lists the newest first; what comes out of order is put in order. Of a listing out of order, or without
    /// dates, that was cut off, nobody knows what is missing: it reaches nowhere.
    func newestJobs<O: PaginatedOperation, Job>(
        _ most: Int, of operation: O, in region: Region, madeAt: @Sendable (Job) -> Date?
    ) async -> NewestJobs<Job> where O.Output == Page<Job> {
        let (reading, isCut): (Reading<[Job]>, Bool) = await readFirst(most, of: operation, in: region)
        let sorted = reading.map { jobs in
            jobs.sorted { (madeAt($0) ?? .distantPast) > (madeAt($1) ?? .distantPast) }
        }
        guard isCut, let jobs = reading.value else { return NewestJobs(jobs: sorted) }
        let moments = jobs.compactMap(madeAt)
        let isInOrder = moments.count == jobs.count && zip(moments, moments.dropFirst()).allSatisfy { $0 >= $1 }
        return NewestJobs(jobs: sorted, reachesTo: isInOrder ? moments.last : now())
    }
}
