package import Foundation

/// A lease in the hands of this process, from the claim until it is given back or lost; safe to share.
package final class HeldLease: @unchecked Sendable {
    package let subject: LeaseSubject
    private let ledger: Ledger
    private let span: TimeInterval
    private let lock = NSLock()
    private var lease: Lease?

    /// - Parameter span: seconds that each renewal holds; renew well before they have passed.
    package init(_ lease: Lease, in ledger: Ledger, span: TimeInterval = Lease.span) {
        subject = lease.subject
        self.lease = lease
        self.ledger = ledger
        self.span = span
    }

    /// Nil once it was lost or given back: whoever held it must stop acting.
    package var current: Lease? { lock.withLock { lease } }

    /// Holds it for longer; call it before each act, and now and then while waiting.
    ///
    /// - Throws: `leaseLost` where it is not held any more.
    @discardableResult
    package func renew(at now: Date) throws(LedgerError) -> Lease {
        lock.lock()
        defer { lock.unlock() }
        guard let held = lease else { throw .leaseLost(subject) }
        lease = try ledger.renew(held, for: span, at: now)
        guard let renewed = lease else { throw .leaseLost(subject) }
        return renewed
    }

    package func release() throws(LedgerError) {
        lock.lock()
        defer { lock.unlock() }
        guard let held = lease else { return }
        lease = nil
        try ledger.release(held)
    }
}
