"""The combinations of environment and files that credentials.py asks botocore about."""

import json
from hashlib import sha1

KEYS = "aws_access_key_id = {0}\naws_secret_access_key = s\n"
ENV = {"AWS_ACCESS_KEY_ID": "AKIAENV", "AWS_SECRET_ACCESS_KEY": "s"}
ROLE = "role_arn = arn:aws:iam::123456789012:role/{0}\n"
SSO = "sso_account_id = 123456789012\nsso_role_name = Reader\n"
SSO_HOST = "sso_region = us-east-1\nsso_start_url = https://corp.example/start\n"
WEB = {"AWS_WEB_IDENTITY_TOKEN_FILE": "~/token", "AWS_ROLE_ARN": "arn:aws:iam::1:role/web"}
PROCESS = """sh -c 'printf "%s" "{{\\"Version\\":1,\\"AccessKeyId\\":\\"{0}\\",\\"SecretAccessKey\\":\\"s\\"}}"'"""
REGION = {"AWS_DEFAULT_REGION": "us-east-1"}
RELATIVE = {"AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/c"}
FULL = "AWS_CONTAINER_CREDENTIALS_FULL_URI"
JWT = {"token": "header.body.signature"}
TOKEN_FILE = "web_identity_token_file = ~/token\n"
START = "https://corp.example/start"


def token(name, expires="2099-01-01T00:00:00Z"):
    path = ".aws/sso/cache/" + sha1(name.encode()).hexdigest() + ".json"
    return {path: json.dumps({"accessToken": "t", "expiresAt": expires})}


def case(name, config="", credentials="", env=None, profile=None, files=None, answers=()):
    return {
        "name": name,
        "config": config,
        "credentials": credentials,
        "environment": REGION | (env or {}),
        "profile": profile,
        "files": files or {},
        "answers": list(answers),
    }


def keys(section, key, *more):
    return f"[{section}]\n" + KEYS.format(key) + "".join(more)


CASES = [
    case("nothing"),
    case("environment", env=ENV),
    case("environment with token", env=ENV | {"AWS_SESSION_TOKEN": "tok"}),
    case("environment with legacy token", env=ENV | {"AWS_SECURITY_TOKEN": "tok"}),
    case("half an environment", env={"AWS_ACCESS_KEY_ID": "AKIAENV"}),
    case(
        "half an environment before whole files",
        credentials=keys("default", "AKIACRED"),
        env={"AWS_ACCESS_KEY_ID": "A"},
    ),
    case(
        "secret alone in the environment", credentials=keys("default", "AKIACRED"), env={"AWS_SECRET_ACCESS_KEY": "s"}
    ),
    case("empty environment", credentials=keys("default", "AKIACRED"), env={"AWS_ACCESS_KEY_ID": ""}),
    case("environment before files", credentials=keys("default", "AKIACRED"), env=ENV),
    case("environment before AWS_PROFILE", credentials=keys("p", "AKIACRED"), env=ENV | {"AWS_PROFILE": "p"}),
    case("explicit profile before environment", credentials=keys("p", "AKIACRED"), env=ENV, profile="p"),
    case("explicit profile without keys", config="[profile p]\nregion = eu-west-1\n", env=ENV, profile="p"),
    case("explicit profile nowhere", credentials=keys("q", "AKIACRED"), env=ENV, profile="p"),
    case("AWS_PROFILE nowhere", env={"AWS_PROFILE": "p"}),
    case("AWS_PROFILE", config=keys("profile p", "AKIACONF"), env={"AWS_PROFILE": "p"}),
    case("AWS_DEFAULT_PROFILE", config=keys("profile p", "AKIACONF"), env={"AWS_DEFAULT_PROFILE": "p"}),
    case("credentials file", credentials=keys("default", "AKIACRED", "aws_session_token = tok\n")),
    case("config file", config=keys("default", "AKIACONF")),
    case("profile in a section without the word profile", config=keys("p", "AKIACONF"), env={"AWS_PROFILE": "p"}),
    case("quoted profile", config=keys('profile "a b"', "AKIACONF"), profile="a b"),
    case("both files", config=keys("default", "AKIACONF"), credentials=keys("default", "AKIACRED")),
    case("half in the credentials file", credentials="[default]\naws_access_key_id = AKIACRED\n"),
    case(
        "secret alone in the credentials file",
        config=keys("default", "AKIACONF"),
        credentials="[default]\naws_secret_access_key = s\n",
    ),
    case(
        "other places of the files",
        env={"AWS_CONFIG_FILE": "~/c", "AWS_SHARED_CREDENTIALS_FILE": "~/d"},
        files={"c": keys("default", "AKIACONF"), "d": keys("default", "AKIAOTHER")},
    ),
    case(
        "comments, nesting and colons",
        config="# c\n[default]\ns3 =\n  addressing_style = path\n\n; c\n"
        "aws_access_key_id: AKIACONF\naws_secret_access_key=s\n",
    ),
    case("no section", config="aws_access_key_id = x\n"),
    case("no delimiter", config="[default]\naws_access_key_id\n"),
    case(
        "role",
        config="[profile p]\n" + ROLE.format("dr") + "source_profile = base\n",
        credentials=keys("base", "AKIABASE"),
        profile="p",
    ),
    case(
        "role before keys of the profile",
        config="[default]\n" + ROLE.format("dr") + "source_profile = default\n",
        credentials=keys("default", "AKIACRED"),
    ),
    case(
        "role in the credentials file",
        credentials="[p]\n" + ROLE.format("dr") + "source_profile = base\n" + keys("base", "AKIABASE"),
        profile="p",
    ),
    case(
        "environment before role",
        config="[default]\n" + ROLE.format("dr") + "source_profile = base\n",
        credentials=keys("base", "AKIABASE"),
        env=ENV,
    ),
    case(
        "chain of roles",
        config="[profile p]\n"
        + ROLE.format("outer")
        + "source_profile = m\n[profile m]\n"
        + ROLE.format("inner")
        + "source_profile = base\n",
        credentials=keys("base", "AKIABASE"),
        profile="p",
    ),
    case(
        "source with a role and keys",
        config="[profile p]\n"
        + ROLE.format("outer")
        + "source_profile = m\n"
        + keys("profile m", "AKIAMID")
        + ROLE.format("inner"),
        profile="p",
    ),
    case(
        "circle",
        config="[profile p]\n"
        + ROLE.format("a")
        + "source_profile = q\n[profile q]\n"
        + ROLE.format("b")
        + "source_profile = p\n",
        profile="p",
    ),
    case("self without keys", config="[profile p]\n" + ROLE.format("a") + "source_profile = p\n", profile="p"),
    case("source nowhere", config="[profile p]\n" + ROLE.format("a") + "source_profile = q\n", profile="p"),
    case(
        "source without keys",
        config="[profile p]\n" + ROLE.format("a") + "source_profile = q\n[profile q]\nregion = x\n",
        profile="p",
    ),
    case("role without source", config="[profile p]\n" + ROLE.format("a"), profile="p"),
    case(
        "role with two sources",
        config="[profile p]\n" + ROLE.format("a") + "source_profile = p\ncredential_source = Environment\n",
        env=ENV,
        profile="p",
    ),
    case(
        "role from the environment",
        config="[profile p]\n" + ROLE.format("dr") + "credential_source = Environment\n",
        env=ENV,
        profile="p",
    ),
    case(
        "role from an empty environment",
        config="[profile p]\n" + ROLE.format("dr") + "credential_source = Environment\n",
        profile="p",
    ),
    case(
        "role from an unknown source",
        config="[profile p]\n" + ROLE.format("dr") + "credential_source = environment\n",
        env=ENV,
        profile="p",
    ),
    case(
        "role from the container",
        config="[profile p]\n" + ROLE.format("dr") + "credential_source = EcsContainer\n",
        env=RELATIVE,
        profile="p",
        answers=["container"],
    ),
    case(
        "role from the instance",
        config="[profile p]\n" + ROLE.format("dr") + "credential_source = Ec2InstanceMetadata\n",
        profile="p",
        answers=["instance"],
    ),
    case("web identity", env=WEB, files=JWT),
    case("web identity before files", credentials=keys("default", "AKIACRED"), env=WEB, files=JWT),
    case("environment before web identity", env=WEB | ENV, files=JWT),
    case("explicit profile before web identity", credentials=keys("p", "AKIACRED"), env=WEB, files=JWT, profile="p"),
    case("web identity without role", env={"AWS_WEB_IDENTITY_TOKEN_FILE": "~/token"}, files=JWT),
    case("web identity without token", env=WEB),
    case(
        "web identity of a profile",
        config="[profile p]\n" + ROLE.format("ci") + TOKEN_FILE + "source_profile = q\n",
        files=JWT,
        profile="p",
    ),
    case(
        "web identity of a source",
        config="[profile p]\n"
        + ROLE.format("dr")
        + "source_profile = q\n[profile q]\n"
        + ROLE.format("ci")
        + TOKEN_FILE,
        files=JWT,
        profile="p",
    ),
    case(
        "SSO",
        config="[default]\n" + SSO + "sso_session = s\n[sso-session s]\n" + SSO_HOST,
        files=token("s"),
        answers=["sso"],
    ),
    case(
        "SSO before keys",
        config="[default]\n" + SSO + "sso_session = s\n[sso-session s]\n" + SSO_HOST,
        credentials=keys("default", "AKIACRED"),
        files=token("s"),
        answers=["sso"],
    ),
    case("SSO of the older kind", config="[default]\n" + SSO + SSO_HOST, files=token(START), answers=["sso"]),
    case(
        "SSO without token",
        config="[default]\n" + SSO + SSO_HOST,
        credentials=keys("default", "AKIACRED"),
        answers=["sso"],
    ),
    case(
        "SSO expired",
        config="[default]\n" + SSO + SSO_HOST,
        files=token(START, "2020-01-01T00:00:00Z"),
        answers=["sso"],
    ),
    case(
        "SSO without region",
        config="[default]\n" + SSO + "sso_start_url = https://corp.example/start\n",
        answers=["sso"],
    ),
    case("SSO session nowhere", config="[default]\n" + SSO + "sso_session = s\n", answers=["sso"]),
    case(
        "SSO that contradicts its session",
        config="[default]\n" + SSO + "sso_region = eu-west-1\nsso_session = s\n[sso-session s]\n" + SSO_HOST,
        files=token("s"),
        answers=["sso"],
    ),
    case(
        "SSO of a source",
        config="[profile p]\n" + ROLE.format("dr") + "source_profile = q\n[profile q]\n" + SSO + SSO_HOST,
        files=token(START),
        profile="p",
        answers=["sso"],
    ),
    case("process", config="[default]\ncredential_process = " + PROCESS.format("AKIAPROC") + "\n"),
    case(
        "credentials file before process",
        config="[default]\ncredential_process = " + PROCESS.format("AKIAPROC") + "\n",
        credentials=keys("default", "AKIACRED"),
    ),
    case(
        "process before config file",
        config=keys("default", "AKIACONF", "credential_process = " + PROCESS.format("AKIAPROC") + "\n"),
    ),
    case("process that fails", config=keys("default", "AKIACONF", "credential_process = sh -c 'exit 3'\n")),
    case(
        "process of a source",
        config="[profile p]\n"
        + ROLE.format("dr")
        + "source_profile = q\n[profile q]\ncredential_process = "
        + PROCESS.format("AKIAPROC")
        + "\n",
        profile="p",
    ),
    case("container", env=RELATIVE, answers=["container"]),
    case("container by whole URI", env={FULL: "http://localhost:8080/c"}, answers=["container"]),
    case("container by a URI that is not trusted", env={FULL: "http://example.com/c"}, answers=["container"]),
    case("files before container", credentials=keys("default", "AKIACRED"), env=RELATIVE, answers=["container"]),
    case("container before instance", env=RELATIVE, answers=["container", "instance"]),
    case("instance", answers=["instance"]),
    case("instance, turned off", env={"AWS_EC2_METADATA_DISABLED": "true"}, answers=["instance"]),
    case(
        "explicit profile without keys on an instance",
        config="[profile p]\nregion = x\n",
        profile="p",
        answers=["instance"],
    ),
]
