import AWSModel

/// Parts of a cost as they are worked out, each from a quantity that may not be known and a price that may not be
/// listed.
struct CostTally {
    /// A quantity, or why it is not known.
    enum Quantity: Hashable {
        case known(Int64)
        case unknown(String)
    }

    let prices: PriceList
    private(set) var parts: [MonthlyCost.Part] = []

    init(_ prices: PriceList) { self.prices = prices }

    var cost: MonthlyCost { MonthlyCost(parts) }

    mutating func unknown(_ kind: MonthlyCost.Part.Kind, _ why: String) {
        parts.append(MonthlyCost.Part(kind, .unknown(why)))
    }

    /// Bytes or a count of an item in a region.
    ///
    /// - Parameter whose: ends the basis, ", as large as the bucket".
    mutating func add(
        _ kind: MonthlyCost.Part.Kind, _ quantity: Quantity, of item: PricedItem, in region: Region,
        _ whose: String = ""
    ) {
        add(
            kind, quantity, of: item, at: prices.price(item, in: region),
            else: "no price of \(item.words) in \(region)", "in \(region)\(whose)")
    }

    /// Bytes that leave a region for another; within a region nothing is paid.
    mutating func addTransfer(_ quantity: Quantity, from source: Region, to target: Region) {
        guard source != target else { return }
        add(
            .transfer, quantity, of: .transfer(to: nil), at: prices.transfer(from: source, to: target),
            else: "no price of transfer from \(source) to \(target)", "from \(source) to \(target)")
    }

    private mutating func add(
        _ kind: MonthlyCost.Part.Kind, _ quantity: Quantity, of item: PricedItem, at price: Price?,
        else missing: String, _ place: String
    ) {
        switch quantity {
        case .unknown(let why): unknown(kind, why)
        case .known(let count):
            guard let price else { return unknown(kind, missing) }
            let basis = "\(item.quantity(count)) at \(price.words) per \(item.unit) \(place)"
            parts.append(MonthlyCost.Part(kind, .known(Money(count, at: price, per: item.size), basis: basis)))
        }
    }
}

extension PricedItem {
    /// How many bytes or pieces a unit of it has.
    fileprivate var size: Int64 {
        switch self {
        case .storage, .backup, .replicationTime, .transfer: 1 << 30
        case .puts, .gets, .events: 1_000
        case .metric: 1
        }
    }

    /// "1.5 GB", "1200 requests"
    fileprivate func quantity(_ count: Int64) -> String {
        switch self {
        case .storage, .backup, .replicationTime, .transfer: ByteCount(count).gigabytes
        case .puts, .gets: Int(count).counted("request")
        case .events: Int(count).counted("event")
        case .metric: Int(count).counted("metric")
        }
    }
}

extension ByteCount {
    /// "1.5 GB" of 2^30 bytes, as AWS bills them; what is less than a tenth is told as "under 0.1 GB".
    fileprivate var gigabytes: String {
        let (whole, rest) = bytes.quotientAndRemainder(dividingBy: 1 << 30)
        let tenth = rest * 10 / (1 << 30)
        if whole == 0, tenth == 0 { return bytes == 0 ? "0 GB" : "under 0.1 GB" }
        return tenth == 0 ? "\(whole) GB" : "\(whole).\(tenth) GB"
    }
}
