import AWSCore
import AWSModel
import Foundation
import Posture
import Survey

/// What `doctor` prints, section by section.
struct DoctorPage {
    func credentials(_ keys: Credentials, origin: CredentialsOrigin?, homeRegion: Region, now: Date) {
        line("Credentials", keys.source)
        if let expiration = keys.expiration {
            let minutes = Int(min(max(expiration.timeIntervalSince(now) / 60, -1), 5_000_000))
            let left = minutes < 0 ? "already expired" : "in \(minutes) min"
            line("  expire", "\(expiration.formatted(.iso8601)), \(left)")
        } else {
            line("  expire", "never, as far as they say")
        }
        switch origin?.renewal {
        case .automatic:
            let needs = origin?.refreshNeeds ?? []
            line("  refresh", "automatic, needs \(needs.isEmpty ? "no region" : list(needs.map(\.description)))")
            for need in needs where need.region == homeRegion {
                line("", "that is the home region: when it is down, they cannot be refreshed")
            }
        case .byOperator(let how): line("  refresh", how)
        case .notNeeded, nil: line("  refresh", "not needed")
        }
    }

    func region(_ home: Region, assumed: String?) { line("Region", assumed ?? home.name) }

    func caller(_ caller: Reading<CallerIdentity>) {
        if let identity = caller.value {
            line("You are", identity.arn)
            line("Account", identity.account.digits)
        } else {
            line("You are", "not known: \(caller.call) in \(caller.region) \(caller.gap ?? "")")
        }
    }

    func endpoints(_ probes: [EndpointProbe], regions: [RegionState]) {
        let silent = probes.filter { if case .silent = $0.answer { true } else { false } }
        line("Endpoints", "\(probes.count - silent.count) of \(probes.count) answer")
        for (region, probes) in Dictionary(grouping: probes, by: \.region).sorted(by: { $0.key < $1.key }) {
            let answers = probes.map { probe in
                switch probe.answer {
                case .answers(let time): "\(probe.service) \(milliseconds(time)) ms"
                case .silent: "\(probe.service) SILENT"
                }
            }
            line("  \(region)", list(answers))
        }
        for probe in silent {
            if case .silent(let reason) = probe.answer { line("", "\(probe.service) in \(probe.region): \(reason)") }
        }
        let closed = regions.filter { $0.status == .notEnabled }.map(\.name.name)
        if !closed.isEmpty { line("  not enabled", list(closed)) }
    }

    func permissions(_ missing: [MissingPermission]) {
        let summary = "\(missing.count) missing; `lifeboat doctor --policy` prints all that are needed"
        line("Permissions", missing.isEmpty ? "all that are needed" : summary)
        for permission in missing {
            let resources = permission.resources == 0 ? "" : ", \(permission.resources.counted("resource"))"
            line("  missing", "\(permission.action) (\(list(permission.regions.map(\.name)))\(resources))")
        }
    }

    func terminal(_ environment: [String: String]) {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        line("Terminal", isTerminal ? environment["TERM"] ?? "TERM is not set" : "output is not a terminal")
    }

    private func line(_ name: String, _ text: String) {
        let label = name.padding(toLength: max(16, name.count + 1), withPad: " ", startingAt: 0)
        try? Output.standard("\(label)\(text.printable)\n")
    }
    private func list(_ parts: [String]) -> String { parts.joined(separator: ", ") }
    private func milliseconds(_ time: Duration) -> Int64 {
        time.components.seconds * 1_000 + time.components.attoseconds / 1_000_000_000_000_000
    }
}
