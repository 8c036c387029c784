"""Compares requests with those that botocore's serializer makes of the same parameters."""

import json
import urllib.parse
import xml.etree.ElementTree

import botocore.awsrequest
import botocore.exceptions
import botocore.serialize

import models


def problems(request):
    """What is wrong with a request, each in one sentence; nothing if it is what botocore sends."""
    try:
        model = models.operation(request["service"], request["operation"])
    except Exception as error:
        return [f"no such operation: {error}"]
    found = list(service_problems(request["declared"], model))
    serializer = botocore.serialize.create_serializer(models.protocol(model), include_validation=True)
    try:
        expected = serializer.serialize_to_request(request["parameters"], model)
    except botocore.exceptions.ParamValidationError as error:
        return found + [str(error)]
    found += differences("method", request["method"], expected["method"])
    found += url_problems(request, expected)
    ours = dict(request["headers"])
    if model.http_checksum_required:
        # botocore adds its checksum after the serializer.
        found += differences("checksum", [name for name in ours if name == "Content-MD5"], ["Content-MD5"])
        ours.pop("Content-MD5", None)
    found += header_problems(ours, expected["headers"])
    found += body_problems(request["body"], expected["body"])
    found += differences("host prefix", request["hostPrefix"], expected.get("host_prefix", ""))
    return found


def service_problems(declared, model):
    metadata = model.service_model.metadata
    expected = {
        "id": metadata["serviceId"],
        "endpointPrefix": metadata["endpointPrefix"],
        "signingName": model.service_model.signing_name,
        "apiVersion": metadata["apiVersion"],
        "protocol": models.protocol(model),
    }
    if expected["protocol"] == "json":
        expected["jsonVersion"] = metadata["jsonVersion"]
        expected["targetPrefix"] = metadata["targetPrefix"]
    for key in sorted(expected.keys() | declared.keys()):
        yield from differences(f"service's {key}", declared.get(key), expected.get(key))


def url_problems(request, expected):
    botocore.awsrequest.prepare_request_dict(expected, "https://host")
    path, query = split(expected["url"].removeprefix("https://").partition("/")[2])
    our_path, our_query = split(request["url"].lstrip("/"))
    yield from differences("path", our_path, path)
    yield from differences("decoded path", urllib.parse.unquote(our_path), urllib.parse.unquote(path))
    yield from differences("query", sorted(our_query), sorted(query))


def split(url):
    """The path, and the parameters as they are encoded; a name alone and a name with `=` are the same."""
    path, _, query = url.partition("?")
    parameters = [item if "=" in item else item + "=" for item in query.split("&") if item]
    return path, parameters


def header_problems(ours, expected):
    def relevant(headers):
        return {name.lower(): value for name, value in headers.items() if name.lower() != "content-type"}

    yield from differences("headers", relevant(ours), relevant(expected))


def body_problems(ours, expected):
    if isinstance(expected, dict):
        form = dict(urllib.parse.parse_qsl(ours, keep_blank_values=True, strict_parsing=True))
        yield from differences("form", form, {name: str(value) for name, value in expected.items()})
    elif expected and bytes(expected)[:1] == b"<":
        yield from differences("body", tree(ours), tree(expected))
    elif expected:
        yield from differences("body", json.loads(ours), json.loads(expected))
    else:
        yield from differences("body", ours, "")


def tree(text):
    """An XML document whatever the order of its members: rows of one name keep theirs."""
    def plain(element):
        return element.tag, element.text or "", sorted(map(plain, element), key=lambda child: child[0])

    return plain(xml.etree.ElementTree.fromstring(text))


def differences(what, ours, expected):
    if ours != expected:
        yield f"the {what} is {ours!r}, and botocore's is {expected!r}"
