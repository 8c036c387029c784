"""Prints what botocore resolves for many combinations of environment and files, one case a line of JSON.

Each case holds its inputs and `found`: "ACCESS-KEY-ID TOKEN", "none" or "error". Nothing is sent: STS answers with a
key named after the role, the SSO portal, the container's agent and the instance's metadata with keys of their own.
"""

import contextlib
import io
import json
import os
import tempfile
from urllib.parse import parse_qs

import botocore.credentials
import botocore.httpsession
import botocore.session
import botocore.tokens
import botocore.utils
from botocore.awsrequest import AWSResponse
from botocore.exceptions import ConnectTimeoutError

from cases import CASES


def send(session, request):
    """Answers in place of the network."""
    url = request.url
    status, body = 404, ""
    if url.startswith("https://sts."):
        form = parse_qs((request.body or b"").decode() if isinstance(request.body, bytes) else request.body)
        action, role = form["Action"][0], form["RoleArn"][0].split("/")[-1]
        status, body = 200, (
            f"<{action}Response><{action}Result><Credentials><AccessKeyId>ASIA{role.upper()}</AccessKeyId>"
            "<SecretAccessKey>s</SecretAccessKey><SessionToken>tok</SessionToken>"
            "<Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>"
            f"</{action}Result></{action}Response>"
        )
    elif url.startswith("https://portal.sso.") and "sso" in answers:
        status, body = 200, json.dumps(
            {
                "roleCredentials": {
                    "accessKeyId": "ASIASSO",
                    "secretAccessKey": "s",
                    "sessionToken": "tok",
                    "expiration": 4070908800000,
                }
            }
        )
    elif url.endswith("/c") and "container" in answers:
        status, body = 200, json.dumps(
            {"AccessKeyId": "ASIATASK", "SecretAccessKey": "s", "Token": "tok", "Expiration": "2099-01-01T00:00:00Z"}
        )
    elif "169.254.169.254" in url and "instance" not in answers:
        raise ConnectTimeoutError(endpoint_url=url)
    elif url.endswith("/latest/api/token"):
        status, body = 200, "token"
    elif url.endswith("/security-credentials/"):
        status, body = 200, "role"
    elif url.endswith("/security-credentials/role"):
        status, body = 200, json.dumps(
            {"AccessKeyId": "ASIAINST", "SecretAccessKey": "s", "Token": "tok", "Expiration": "2099-01-01T00:00:00Z"}
        )
    raw = io.BytesIO(body.encode())
    raw.stream = lambda **_: iter([body.encode()])
    return AWSResponse(url, status, {}, raw)


def found(case, home):
    for path, text in case["files"].items() | {
        (".aws/config", case["config"]),
        (".aws/credentials", case["credentials"]),
    }:
        if text:
            os.makedirs(os.path.dirname(os.path.join(home, path)), exist_ok=True)
            with open(os.path.join(home, path), "w") as file:
                file.write(text)
    os.environ.clear()
    os.environ.update({"HOME": home, "PATH": "/usr/bin:/bin"} | case["environment"])
    # botocore does not expand `~` in this one.
    if "AWS_WEB_IDENTITY_TOKEN_FILE" in os.environ:
        os.environ["AWS_WEB_IDENTITY_TOKEN_FILE"] = os.path.expanduser(os.environ["AWS_WEB_IDENTITY_TOKEN_FILE"])
    try:
        session = botocore.session.Session(profile=case["profile"])
        session.get_scoped_config()
        session.full_config["profiles"] = {
            name: {
                key: value.replace("~", home, 1) if key == "web_identity_token_file" else value
                for key, value in profile.items()
            }
            for name, profile in session.full_config["profiles"].items()
        }
        credentials = session.get_credentials()
        if credentials is None:
            return "none"
        frozen = credentials.get_frozen_credentials()
        return f"{frozen.access_key} {frozen.token or '-'}"
    except Exception:
        return "error"


botocore.httpsession.URLLib3Session.send = send
botocore.utils.ContainerMetadataFetcher.SLEEP_TIME = 0
# The directory of tokens is fixed when botocore is imported; each case has a home of its own.
for case in CASES:
    answers = case["answers"]
    with tempfile.TemporaryDirectory() as home:
        directory = os.path.join(home, ".aws", "sso", "cache")
        botocore.credentials.SSOProvider._SSO_TOKEN_CACHE_DIR = directory
        botocore.tokens.SSOTokenProvider._SSO_TOKEN_CACHE_DIR = directory
        with contextlib.redirect_stderr(io.StringIO()):
            case["found"] = found(case, home)
    print(json.dumps(case))
