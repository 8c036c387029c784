"""What an operator keeps: the ledger in a home, and drills as somebody writes them by hand."""

import json

from lifeboat import run
from simulator import ACCOUNT, KEYS

ENVIRONMENT = KEYS | {"AWS_REGION": "us-east-1"}
LEDGER = ".local/state/lifeboat/ledger.sqlite"


def lifeboat(home, *arguments, code=0):
    result = run(*arguments, home=home, credentials=False)
    assert result.code == code, result
    return result


def drill(home, **changes):
    """A file with a drill as somebody writes it by hand."""
    content = {
        "account": ACCOUNT, "resource": "arn:aws:s3:::media", "resourceType": "s3-bucket",
        "drilledAt": "2026-01-05T10:00:00Z", "operatorName": "ann@bastion", "scenario": "drill",
        "region": "us-west-2", "mechanism": "backup-copy",
        "recoveryPoint": f"arn:aws:backup:us-west-2:{ACCOUNT}:recovery-point:1",
        "recoveryPointCreatedAt": "2026-01-05T04:00:00Z", "recoveryTime": 640, "dataLoss": 21_600, "kind": "real",
        "outcome": "succeeded", "checks": [{"name": "objects can be read", "result": "passed", "detail": "10 of 10"}],
        "evidence": ["console screenshot in TICKET-1"], "jobs": ["job-1"]} | changes
    path = home / "drill.json"
    path.write_text(json.dumps({key: value for key, value in content.items() if value is not ...}))
    return path
