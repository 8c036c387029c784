"""Every fact about AWS that bears on a verdict has a test named after it: `Tests/facts.md` is the table of them.

    python Tests/EndToEnd/test_facts.py     writes the table anew
"""

import re
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
TABLE = TESTS / "facts.md"

# The numbered facts of sections 1 to 5 on which a verdict or a finding rests, in a few words.
FACTS = {
    "1.2": "a rule with Filter is of the second version, even an empty one",
    "1.4": "for one destination the highest priority wins, other destinations all apply",
    "1.5": "only a rule without prefix and tag covers a bucket",
    "1.6": "which deletes replicate, by version and setting",
    "1.7": "a propagated delete marker hides and does not destroy",
    "1.8": "what is not replicated",
    "1.9": "KMS objects need the opt-in and a key of the destination's region",
    "1.11": "replication time control bounds the lag, nothing else does",
    "1.12": "a destination tells its region only by being asked",
    "1.14": "both sides need versioning",
    "1.15": "a locked source needs a locked destination",
    "1.16": "another account's bucket policy has a say",
    "1.17": "what a replication role needs",
    "1.19": "metrics, by statistic and region; missing is not 0",
    "1.20": "failure reasons: keys and destinations",
    "1.23": "a refusal still names a bucket's region",
    "1.25": "the codes that mean not configured",
    "2.1": "a plan without a selection protects nothing",
    "2.2": "lifecycles: cold storage needs 90 days more, copies keep their source's date",
    "2.3": "continuous backups, and copies that are snapshots",
    "2.4": "of overlapping rules the longer retention runs",
    "2.5": "the algebra of selections",
    "2.6": "opt-in, and advanced features of DynamoDB",
    "2.7": "a plan protects its own region",
    "2.8": "S3 backups need versioning and EventBridge",
    "2.9": "vaults and their locks",
    "2.10": "which types can be copied",
    "2.11": "keys of recovery points",
    "2.13": "evidence: recovery points and their states",
    "2.14": "states of jobs",
    "2.17": "restores as evidence",
    "2.18": "the default role cannot back up S3",
    "3.1": "RDS automated backups and their replication",
    "3.2": "read replicas; Multi-AZ is no region",
    "3.3": "Aurora global databases, headless secondaries",
    "3.4": "DynamoDB point-in-time recovery is regional",
    "3.5": "DynamoDB global tables",
    "3.6": "EBS snapshots, copies and policies",
    "3.7": "EFS replication, One Zone",
    "3.8": "other services are not evaluated",
    "4.1": "the grammar of schedules",
    "4.2": "time zones: skipped and repeated hours",
    "4.4": "the worst recovery point of a schedule",
    "4.5": "worked schedules and their largest gaps",
    "5.1": "threats and mechanisms",
}

NAMES = re.compile(r"func (fact_(\d)_(\d+)\w*)|\"([^\"]*?\bfact (\d)\.(\d+)\b[^\"]*)\"|\"([^\"]*\((\d)\.(\d+)\))\"")


def mentions():
    """The tests of each fact: (file, name), in the order of the files; the simulator's own tests judge nothing."""
    found = {}
    for path in sorted(TESTS.rglob("*.swift")):
        if "SimulatedAWSTests" in path.parts:
            continue
        for match in NAMES.finditer(path.read_text()):
            groups = match.groups()
            for name, section, number in (groups[0:3], groups[3:6], groups[6:9]):
                if name:
                    found.setdefault(f"{section}.{number}", []).append((path.stem, name))
    return found


def table():
    found = mentions()
    lines = ["# Facts about AWS and the tests that hold them", "", "| fact | what it says | tests |", "|---|---|---|"]
    for fact, words in FACTS.items():
        tests = found.get(fact, [])
        shown = "; ".join(f"{stem}: {name.replace('|', '/')}" for stem, name in tests[:3])
        more = f"; and {len(tests) - 3} more" if len(tests) > 3 else ""
        lines.append(f"| {fact} | {words} | {shown}{more} |")
    return "\n".join(lines) + "\n"


def test_every_fact_that_bears_on_a_verdict_has_a_test():
    found = mentions()
    assert not [fact for fact in FACTS if fact not in found]


def test_the_table_is_up_to_date():
    assert TABLE.read_text() == table(), "python Tests/EndToEnd/test_facts.py writes it anew"


if __name__ == "__main__":
    TABLE.write_text(table())
    sys.stdout.write("".join(f"{fact} has no test\n" for fact in FACTS if fact not in mentions()))
