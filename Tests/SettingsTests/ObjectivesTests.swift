import AWSModel
import Posture
import Testing

@testable import Settings

@Suite("Objectives in the settings file")
struct ObjectivesTests {
    @Test("targets and an acceptance are read as the design writes them")
    func design() throws {
        let yaml = """
            objectives:
              - match: {tag: {tier: critical}}
                recovery-point: 15m
                recovery-time: 1h
                retention: 30d
              - match: {type: s3-bucket, name: "*-logs"}
                accept: "logs are rebuilt from the source; risk accepted 2026-10-01, review 2027-04-01"
            """
        #expect(
            try Settings(yaml: yaml).objectives
                == Objectives([
                    ObjectiveRule(
                        match: ResourceMatch(tags: [AWSModel.Tag(key: "tier", value: "critical")]),
                        recoveryPoint: .seconds(900), recoveryTime: .seconds(3_600), retention: .seconds(2_592_000)),
                    ObjectiveRule(
                        match: ResourceMatch(name: "*-logs", type: .s3Bucket),
                        accept: Acceptance(
                            reason: "logs are rebuilt from the source; risk accepted 2026-10-01",
                            review: CivilDate(year: 2027, month: 4, day: 1))),
                ]))
    }

    @Test("no list, or an empty one, is not the same as none")
    func none() throws {
        #expect(try Settings(yaml: "theme: dark\n").objectives == nil)
        #expect(try Settings(yaml: "objectives:\n").objectives == Objectives.none)
        #expect(try Settings(yaml: "objectives: []\n").objectives == Objectives.none)
    }

    @Test("tags are text, also where YAML would see a number, a truth or nothing")
    func tagValues() throws {
        let yaml = "objectives:\n  - match: {tag: {cost: 007, live: true, note: \"\"}}\n    recovery-point: 1h\n"
        #expect(
            try Settings(yaml: yaml).objectives?.rules.first?.match.tags == [
                AWSModel.Tag(key: "cost", value: "007"), AWSModel.Tag(key: "live", value: "true"),
                AWSModel.Tag(key: "note", value: ""),
            ])
    }

    @Test("every type that is judged can be named", arguments: ResourceType.judged)
    func types(type: ResourceType) throws {
        let yaml = "objectives:\n  - match: {type: \(type.name)}\n    recovery-point: 1h\n"
        #expect(try Settings(yaml: yaml).objectives?.rules.first?.match.type == type)
    }

    @Test(
        "spans of time",
        arguments: [
            ("90s", 90), ("15m", 900), ("1h", 3_600), ("36h", 129_600), ("7d", 604_800), ("007d", 604_800),
            ("3650000d", 315_360_000_000), ("3650001d", nil), ("0s", nil), ("15", nil), ("m", nil), ("", nil),
            ("15 m", nil), ("15M", nil), ("-15m", nil), ("+15m", nil), ("1.5h", nil), ("1h30m", nil), ("15min", nil),
            ("٣m", nil), ("99999999999999999999s", nil), ("9223372036854775807d", nil), ("1w", nil), ("PT15M", nil),
        ] as [(String, Int?)])
    func durations(text: String, seconds: Int?) {
        #expect(DurationText.duration(text) == seconds.map { .seconds($0) })
    }

    @Test(
        "an acceptance is a reason and a day",
        arguments: [
            ("\"risk taken, review 2027-04-01\"", "risk taken"),
            ("\"risk taken (review: 2027-04-01).\"", "risk taken"),
            ("\"risk taken. Review 2027-04-01\"", "risk taken."),
            ("\"review 2027-04-01: risk taken\"", "review 2027-04-01: risk taken"),
            ("\"risk taken after review by finance, review 2027-04-01\"", "risk taken after review by finance"),
            (">-\n      risk\n      taken, review\n      2027-04-01", "risk taken"),
            ("{reason: risk taken, review: 2027-04-01}", "risk taken"),
            ("\n      review: \"2027-04-01\"\n      reason: risk taken", "risk taken"),
        ])
    func acceptances(accept: String, reason: String) throws {
        let settings = try Settings(yaml: "objectives:\n  - match: {name: a}\n    accept: \(accept)\n")
        #expect(
            settings.objectives?.rules.first?.accept
                == Acceptance(reason: reason, review: CivilDate(year: 2027, month: 4, day: 1)))
    }

    static let kinds =
        "s3-bucket, rds-instance, rds-cluster, aurora-cluster, dynamodb-table, ebs-volume, efs-file-system"

    /// What stands below `objectives:`, the line that is named, and what is said of it.
    static let mistakes: [(String, Int, String)] = [
        ("  match: {name: a}\n", 2, "objectives must be a list of rules"),
        ("  - prod\n", 2, "an objective must hold a match and what is asked of it"),
        (
            "  - match: {name: a}\n    rpo: 1h\n", 3,
            "an objective has no \"rpo\": it has match, recovery-point, recovery-time, retention and accept"
        ),
        ("  - recovery-point: 1h\n", 2, "an objective needs a match"),
        (
            "  - match: {name: a}\n", 2,
            "the objective sets nothing: no recovery-point, recovery-time, retention or accept"
        ),
        ("  - match: {}\n    retention: 1d\n", 2, "the match is empty: name: \"*\" matches every resource"),
        ("  - match:\n    retention: 1d\n", 2, "a match must hold a tag, a name or a type"),
        ("  - match: logs\n    retention: 1d\n", 2, "a match must hold a tag, a name or a type"),
        ("  - match:\n      arn: a\n    retention: 1d\n", 3, "a match has no \"arn\": it has tag, name and type"),
        (
            "  - match:\n      tag: critical\n    retention: 1d\n", 3,
            "tag must hold names with values, as in {tier: critical}"
        ),
        ("  - match: {tag: {}}\n    retention: 1d\n", 2, "tag is empty"),
        ("  - match: {tag: {tier: }}\n    retention: 1d\n", 2, "tag tier has no value"),
        ("  - match: {tag: {tier: [a]}}\n    retention: 1d\n", 2, "tag tier must be a word"),
        ("  - match: {name: \"\"}\n    retention: 1d\n", 2, "name is empty"),
        ("  - match: {name: }\n    retention: 1d\n", 2, "name is empty"),
        ("  - match: {name: [a, b]}\n    retention: 1d\n", 2, "name must be a word"),
        ("  - match:\n      type: s3\n    retention: 1d\n", 3, "\"s3\" is not a type: there are \(kinds)"),
        ("  - match:\n      type: EC2\n    retention: 1d\n", 3, "\"EC2\" is not a type: there are \(kinds)"),
        (
            "  - match: {name: a}\n    recovery-point: 15 minutes\n", 3,
            "recovery-point \"15 minutes\" is not a time, which reads like 15m, 1h, 36h, 7d or 90s"
        ),
        (
            "  - match: {name: a}\n    recovery-time: 3600\n", 3,
            "recovery-time \"3600\" is not a time, which reads like 15m, 1h, 36h, 7d or 90s"
        ),
        ("  - match: {name: a}\n    retention:\n", 3, "retention is empty"),
        ("  - match: {name: a}\n    retention: {days: 7}\n", 3, "retention must be a word"),
        (
            "  - match: {name: a}\n    accept: we can live with it\n", 3,
            "accept has no review date: it ends like \"..., review 2027-04-01\""
        ),
        (
            "  - match: {name: a}\n    accept: true\n", 3,
            "accept has no review date: it ends like \"..., review 2027-04-01\""
        ),
        (
            "  - match: {name: a}\n    accept: a, review 2027-02-29\n", 3,
            "review \"2027-02-29\" is not a day, which reads like 2027-04-01"
        ),
        (
            "  - match: {name: a}\n    accept: a, review 1.4.2027\n", 3,
            "review \"1.4.2027\" is not a day, which reads like 2027-04-01"
        ),
        (
            "  - match: {name: a}\n    accept: review 2027-04-01, review 2028-04-01\n", 3,
            "accept has more than one review date"
        ),
        ("  - match: {name: a}\n    accept: review 2027-04-01\n", 3, "accept has no reason"),
        ("  - match: {name: a}\n    accept:\n", 3, "accept is empty"),
        ("  - match: {name: a}\n    accept: {review: 2027-04-01}\n", 3, "accept has no reason"),
        ("  - match: {name: a}\n    accept: {reason: a}\n", 3, "accept has no review date"),
        (
            "  - match: {name: a}\n    accept:\n      reason: a\n      review: soon\n", 5,
            "review \"soon\" is not a day, which reads like 2027-04-01"
        ),
        (
            "  - match: {name: a}\n    accept:\n      reason: a\n      until: 2027-04-01\n", 5,
            "accept has no \"until\": it has reason and review"
        ),
        ("  - match: {name: a}\n    retention: 1d\n    retention: 2d\n", 3, "retention comes twice"),
    ]

    @Test("what is not understood is named with its line", arguments: mistakes)
    func errors(yaml: String, line: Int, sentence: String) {
        do {
            _ = try Settings(yaml: "objectives:\n" + yaml)
            Issue.record("it was taken")
        } catch {
            #expect(error.line == line)
            #expect(error.description == sentence)
        }
    }
}
