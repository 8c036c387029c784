import AWSModel

/// What the recovery points of one resource in one vault cost a month (8.3, 8.4).
struct BackupCost {
    /// AWS Backup's name of the type, "S3".
    let type: String
    /// The region of the vault.
    let region: Region
    /// Where the recovery points are copied from; nil where they are made in the vault itself.
    let source: Region?
    /// Of the bucket, where the resource is one.
    let used: UsedBytes
    /// The newest recovery point; nil where one is only planned.
    let point: RecoveryPoint?

    func monthly(_ prices: PriceList) -> MonthlyCost {
        var tally = CostTally(prices)
        let isCold = point?.storageClass == "COLD"
        let (size, whose) = size
        tally.add(.storage, size, of: .backup(type, isCold: isCold), in: region, whose)
        if point?.isContinuous != true {
            tally.unknown(.olderPoints, "what the older recovery points hold besides is not read")
        }
        if type == "S3", source == nil {
            // One read and one event for each object that was written.
            tally.add(.requests, used.puts, of: .gets, in: region)
            tally.add(.requests, used.puts, of: .events, in: region)
        }
        if let source { tally.addTransfer(changed, from: source, to: region) }
        return tally.cost
    }

    /// What the newest recovery point holds, and on what that rests.
    private var size: (CostTally.Quantity, String) {
        switch type {
        case "S3": return bucketSize
        case "DynamoDB", "EFS":
            guard let size = point?.size, size.bytes > 0 else {
                return (.unknown("the size of its recovery point is not told"), "")
            }
            return (.known(size.bytes), ", the newest recovery point")
        default: return (.unknown("AWS Backup does not tell how much a recovery point of \(type) stores"), "")
        }
    }

    /// AWS Backup tells 0 where it does not tell; objects count as 128 KB at least (8.3).
    private var bucketSize: (CostTally.Quantity, String) {
        var bytes: Int64?
        var whose = ", the newest recovery point"
        if let size = point?.size, size.bytes > 0 {
            bytes = size.bytes
        } else if case .success(let stored) = used.stored {
            (bytes, whose) = (stored.live, ", as large as the bucket")
        }
        guard let bytes else { return (.unknown("neither its size nor that of its recovery point is known"), "") }
        guard case .known(let objects) = used.objects else { return (.known(bytes), whose) }
        let (least, overflows) = objects.multipliedReportingOverflow(by: 128 * 1024)
        return (.known(max(bytes, overflows ? .max : least)), whose)
    }

    /// A copy is full at first and holds what changed from then on; of a table it is full each time.
    private var changed: CostTally.Quantity {
        type == "S3" ? used.uploaded : .unknown("how much its copies carry a month is not read")
    }
}
