package import Foundation
import GRDB

extension Ledger {
    /// Takes the right to act if nobody has it: nobody ever had, it was given back or has expired, or its holder's
    /// process is gone. Of several that claim at once one gets it.
    package func claim(
        _ subject: LeaseSubject, by holder: LeaseHolder = .current, for span: TimeInterval = Lease.span, at now: Date,
        startOf: (Int32) -> Int64? = LeaseHolder.start
    ) throws(LedgerError) -> LeaseClaim {
        try write { db in
            let row = try Row.fetchOne(db, sql: "SELECT * FROM leases WHERE subject = ?", arguments: [subject.key])
            if let row, let held = Lease(subject, row), held.expiresAt > now,
                !held.holder.isGone(seenFrom: holder, startOf: startOf)
            {
                return .held(held)
            }
            let last: Int64 = row?["number"] ?? 0
            let lease = Lease(
                subject: subject, number: last + 1, holder: holder, takenAt: now,
                expiresAt: now.addingTimeInterval(span))
            try db.execute(
                sql: """
                    INSERT OR REPLACE INTO leases (subject, number, host, boot, namespace, process, started, operator, \
                    takenAt, expiresAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    subject.key, lease.number, holder.host, holder.boot, holder.namespace, holder.process,
                    holder.started, holder.operatorName, now, lease.expiresAt,
                ])
            return .taken(lease)
        }
    }

    /// Holds it for longer.
    ///
    /// - Returns: Nil where it was taken over meanwhile: whoever held it must stop acting.
    package func renew(_ lease: Lease, for span: TimeInterval = Lease.span, at now: Date) throws(LedgerError) -> Lease?
    {
        try write { db in
            var renewed = lease
            renewed.expiresAt = now.addingTimeInterval(span)
            try db.execute(
                sql: "UPDATE leases SET expiresAt = ? WHERE subject = ? AND number = ? AND takenAt IS NOT NULL",
                arguments: [renewed.expiresAt, lease.subject.key, lease.number])
            return db.changesCount == 1 ? renewed : nil
        }
    }

    /// Gives it back; of no effect where it was taken over meanwhile.
    package func release(_ lease: Lease) throws(LedgerError) {
        try write { db in
            try db.execute(
                sql: "UPDATE leases SET takenAt = NULL, expiresAt = NULL WHERE subject = ? AND number = ?",
                arguments: [lease.subject.key, lease.number])
        }
    }

    /// Who acts there now; nil where nobody does.
    package func holder(of subject: LeaseSubject, at now: Date) throws(LedgerError) -> Lease? {
        try read { db in
            let row = try Row.fetchOne(db, sql: "SELECT * FROM leases WHERE subject = ?", arguments: [subject.key])
            return row.flatMap { Lease(subject, $0) }.flatMap { $0.expiresAt > now ? $0 : nil }
        }
    }

    /// - Throws: `leaseLost` where somebody else has claimed it since, or it has expired and anybody may.
    static func demand(_ lease: Lease, _ db: Database, at now: Date) throws {
        let row = try Row.fetchOne(
            db, sql: "SELECT * FROM leases WHERE subject = ? AND number = ?",
            arguments: [lease.subject.key, lease.number])
        guard let row, let held = Lease(lease.subject, row), held.expiresAt > now else {
            throw LedgerError.leaseLost(lease.subject)
        }
    }
}

extension Lease {
    /// Nil for one that was given back.
    fileprivate init?(_ subject: LeaseSubject, _ row: Row) {
        guard let taken: Date = row["takenAt"], let expires: Date = row["expiresAt"] else { return nil }
        self.init(
            subject: subject, number: row["number"],
            holder: LeaseHolder(
                host: row["host"], boot: row["boot"], namespace: row["namespace"], process: row["process"],
                started: row["started"], operatorName: row["operator"]),
            takenAt: taken, expiresAt: expires)
    }
}
