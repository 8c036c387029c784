package import AWSModel

/// Prices by item and region. What is not in it has no price here: none is guessed.
package struct PriceList: Hashable, Sendable {
    /// Regions that have the price; of a transfer, those that it leaves.
    package struct Line: Hashable, Sendable {
        package var item: PricedItem
        package var regions: [Region]
        package var price: Price

        package init(_ item: PricedItem, in regions: [Region], _ price: Price) {
            self.item = item
            self.regions = regions
            self.price = price
        }
    }

    private struct Key: Hashable { let item: PricedItem, region: Region }
    private var prices: [Key: Price] = [:]

    /// Of two lines for the same the later stands.
    package init(_ lines: [Line]) { self = PriceList().overridden(by: lines) }
    private init() {}

    package func overridden(by lines: [Line]) -> PriceList {
        var list = self
        for line in lines {
            for region in line.regions { list.prices[Key(item: line.item, region: region)] = line.price }
        }
        return list
    }

    package func price(_ item: PricedItem, in region: Region) -> Price? { prices[Key(item: item, region: region)] }

    /// A GB from one region to another; nil where none is listed. Within a region, nothing is paid for it.
    package func transfer(from source: Region, to target: Region) -> Price? {
        prices[Key(item: .transfer(to: target), region: source)]
            ?? prices[Key(item: .transfer(to: nil), region: source)]
    }
}
