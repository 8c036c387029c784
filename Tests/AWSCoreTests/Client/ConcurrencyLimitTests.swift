import Testing

@testable import AWSCore

@Suite("The limit of calls in flight")
struct ConcurrencyLimitTests {
    @Test("It admits 128 at first, and one more with each call that went well")
    func grows() async {
        let limit = ConcurrencyLimit()
        var places: [Int] = []
        for _ in 0..<128 { places.append(await limit.acquire()) }
        let waiting = Task { await limit.acquire() }
        limit.release(places[0], throttled: false)
        #expect(await waiting.value > 128)
        // The limit is now 129: the place that was given back, and one more.
        #expect(await limit.acquire() > 0)
    }

    @Test("It never admits more than 256")
    func isBounded() async {
        let limit = ConcurrencyLimit()
        for _ in 0..<1_000 { limit.release(await limit.acquire(), throttled: false) }
        #expect(limit.admitted == 256)
    }

    @Test("A wave of throttled calls lowers it once, the next wave once more")
    func shrinksOnceAWave() async {
        let limit = ConcurrencyLimit()
        for expected in [89, 62] {
            var places: [Int] = []
            for _ in 0..<10 { places.append(await limit.acquire()) }
            for place in places { limit.release(place, throttled: true) }
            #expect(limit.admitted == expected)
        }
    }

    @Test("It never goes below four")
    func hasAFloor() async {
        let limit = ConcurrencyLimit()
        for _ in 0..<50 { limit.release(await limit.acquire(), throttled: true) }
        #expect(limit.admitted == 4)
    }
}
