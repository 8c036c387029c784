package import Foundation

/// An inventory with the indexes that rules and paths ask for again and again, and the moment of judgement.
package struct AccountView: Sendable {
    package let inventory: Inventory
    package let now: Date

    package init(_ inventory: Inventory, now: Date) {
        self.inventory = inventory
        self.now = now
    }
}
