package import AWSModel
package import Foundation

/// One fact read from AWS, or why it could not be read; with the call, the region asked and the moment.
///
/// Absent is never confused with unread: `absent` is AWS's own word that nothing is configured.
package struct Reading<Value: Hashable & Sendable>: Hashable, Sendable {
    package enum Outcome: Hashable, Sendable {
        case value(Value)
        case absent
        case denied(code: String)
        /// Timeout, DNS, connection, a region given up.
        case unreachable(cause: String)
        /// AWS answered with an error, or with something unreadable.
        case failed(code: String)
        case notRead
    }

    package var outcome: Outcome
    package let source: ReadingSource
    package var at: Date

    package init(_ outcome: Outcome, of source: ReadingSource, at: Date) {
        self.outcome = outcome
        self.source = source
        self.at = at
    }

    package init(_ outcome: Outcome, call: String, region: Region, at: Date) {
        self.init(outcome, of: ReadingSource(call: call, region: region), at: at)
    }

    /// `s3:GetBucketReplication`
    package var call: String { source.call }
    package var region: Region { source.region }

    package var value: Value? {
        guard case .value(let value) = outcome else { return nil }
        return value
    }
    package var isAbsent: Bool { if case .absent = outcome { true } else { false } }
    /// AWS answered: with a value, or that there is none.
    package var isRead: Bool {
        switch outcome {
        case .value, .absent: true
        case .denied, .unreachable, .failed, .notRead: false
        }
    }
    /// It was asked for, and not answered.
    package var hasFailed: Bool {
        switch outcome {
        case .value, .absent, .notRead: false
        case .denied, .unreachable, .failed: true
        }
    }
    /// Why there is no answer, in a few words; nil when there is one.
    package var gap: String? {
        switch outcome {
        case .value, .absent: nil
        case .denied(let code): "denied (\(code))"
        case .unreachable(let cause): "unreachable (\(cause))"
        case .failed(let code): "failed (\(code))"
        case .notRead: "not read"
        }
    }

    package func map<Other>(_ transform: (Value) -> Other) -> Reading<Other> { compactMap(transform) }

    /// A value of which nothing is made is absent.
    package func compactMap<Other>(_ transform: (Value) -> Other?) -> Reading<Other> {
        let mapped: Reading<Other>.Outcome =
            switch outcome {
            case .value(let value): transform(value).map { .value($0) } ?? .absent
            case .absent: .absent
            case .denied(let code): .denied(code: code)
            case .unreachable(let cause): .unreachable(cause: cause)
            case .failed(let code): .failed(code: code)
            case .notRead: .notRead
            }
        return Reading<Other>(mapped, of: source, at: at)
    }
}

extension Reading: Codable where Value: Codable {
    private enum CodingKeys: String, CodingKey { case status, value, cause, call, region, at }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let status = try fields.decode(String.self, forKey: .status)
        let cause = try fields.decodeIfPresent(String.self, forKey: .cause) ?? ""
        switch status {
        case "value": outcome = .value(try fields.decode(Value.self, forKey: .value))
        case "absent": outcome = .absent
        case "denied": outcome = .denied(code: cause)
        case "unreachable": outcome = .unreachable(cause: cause)
        case "failed": outcome = .failed(code: cause)
        case "notRead": outcome = .notRead
        // A status of a newer version: something was tried, and what came of it is not understood.
        default: outcome = .failed(code: "status \(status)")
        }
        source = ReadingSource(
            call: try fields.decode(String.self, forKey: .call), region: try fields.decode(Region.self, forKey: .region)
        )
        at = try fields.decode(Date.self, forKey: .at)
    }

    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(call, forKey: .call)
        try fields.encode(region, forKey: .region)
        try fields.encode(at, forKey: .at)
        switch outcome {
        case .value(let value):
            try fields.encode("value", forKey: .status)
            try fields.encode(value, forKey: .value)
        case .absent: try fields.encode("absent", forKey: .status)
        case .denied(let code):
            try fields.encode("denied", forKey: .status)
            try fields.encode(code, forKey: .cause)
        case .unreachable(let cause):
            try fields.encode("unreachable", forKey: .status)
            try fields.encode(cause, forKey: .cause)
        case .failed(let code):
            try fields.encode("failed", forKey: .status)
            try fields.encode(code, forKey: .cause)
        case .notRead: try fields.encode("notRead", forKey: .status)
        }
    }
}
