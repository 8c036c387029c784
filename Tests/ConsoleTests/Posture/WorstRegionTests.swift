import AWSModel
import Canvas
import Posture
import Testing

@testable import Console

@Suite("The region that is asked about first")
struct WorstRegionTests {
    private func inventory(_ buckets: [(name: String, region: Region)]) -> Inventory {
        var inventory = Desk.inventory(buckets.map(\.name))
        inventory.regions = [
            RegionState(name: "us-east-1", status: .answered), RegionState(name: "us-west-2", status: .answered),
        ]
        for index in inventory.buckets.indices { inventory.buckets[index].region = Desk.read(buckets[index].region) }
        return inventory
    }

    private var partial: Inventory { inventory([("a", "us-west-2"), ("b", "us-west-2"), ("c", "us-east-1")]) }
    private var whole: Inventory {
        inventory([
            ("a", "us-west-2"), ("b", "us-west-2"), ("c", "us-east-1"), ("d", "us-east-1"), ("e", "us-east-1"),
        ])
    }

    private func desk() -> Desk {
        var desk = Desk()
        desk.model = Model(size: Size(columns: 80, rows: 24), now: Desk.moment, account: AccountState())
        desk.take(.surveyBegan)
        desk.take(.partial(partial))
        return desk
    }

    @Test("is the worst of the whole reading, not of its first part")
    func worst() {
        var desk = desk()
        #expect(desk.model.lostRegion == "us-west-2")
        desk.take(.surveyed(whole))
        #expect(desk.model.lostRegion == "us-east-1")
    }

    @Test("stays where the operator has chosen it, or looks at it closer")
    func chosen() {
        var chosen = desk()
        chosen.press(.right, .left)
        #expect(chosen.model.lostRegion == "us-west-2")
        chosen.take(.surveyed(whole))
        #expect(chosen.model.lostRegion == "us-west-2")
        var moved = desk()
        moved.press(.down)
        moved.take(.surveyed(whole))
        #expect(moved.model.lostRegion == "us-west-2")
    }

    @Test("stays when the account is read again")
    func readAgain() {
        var desk = desk()
        desk.take(.surveyed(whole))
        desk.take(.surveyBegan)
        desk.take(.surveyed(partial))
        #expect(desk.model.lostRegion == "us-east-1")
    }
}
