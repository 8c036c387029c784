"""Writes replies of a service with every member of the output shape populated, each with a value of its own."""

import datetime
import email.utils
import json
import urllib.parse
from xml.sax.saxutils import escape

import models

# The service model does not know the root elements of those outputs of S3 that have no payload member.
# They are from the samples of the S3 API reference.
ROOTS = {
    "CreateJob": "CreateJobResult",
    "DescribeJob": "DescribeJobResult",
    "GetBucketLifecycleConfiguration": "LifecycleConfiguration",
    "GetBucketNotificationConfiguration": "NotificationConfiguration",
    "GetBucketRequestPayment": "RequestPaymentConfiguration",
    "GetBucketTagging": "Tagging",
    "GetBucketVersioning": "VersioningConfiguration",
    "GetMultiRegionAccessPointRoutes": "GetMultiRegionAccessPointRoutesResult",
    "ListBucketInventoryConfigurations": "ListInventoryConfigurationsResult",
    "ListBuckets": "ListAllMyBucketsResult",
    "ListJobs": "ListJobsResult",
    "ListObjectVersions": "ListVersionsResult",
    "ListObjectsV2": "ListBucketResult",
}
# Enumerated values that mean yes: the first reply shall have everything on.
YES = ("Enabled", "ENABLED", "ON")
DEEPEST = 12


def variants(model):
    """Replies that between them hold every value of every enumeration; the first has everything on."""
    if model.output_shape is None:
        return [{"headers": {}, "body": "", "origins": {}}]
    count = max([1] + [len(values) for values in enumerations(model.output_shape, set())])
    return [Reply(model, turn).wire() for turn in range(count)]


def enumerations(shape, seen):
    if shape.name in seen:
        return
    seen.add(shape.name)
    yield getattr(shape, "enum", None) or []
    if shape.type_name == "structure":
        members = list(shape.members.values())
    elif shape.type_name == "list":
        members = [shape.member]
    elif shape.type_name == "map":
        members = [shape.value]
    else:
        members = []
    for member in members:
        yield from enumerations(member, seen)


class Reply:
    """One reply; `origins` tells of each value which member of the output shape it is."""

    def __init__(self, model, turn):
        self.model = model
        self.protocol = models.protocol(model)
        self.turn = turn
        self.count = 0
        self.path = []
        self.origins = {}

    def wire(self):
        shape = self.model.output_shape
        headers, members = self.headers(shape)
        if self.protocol in ("json", "rest-json"):
            body = json.dumps(self.json_members(members))
        elif self.protocol == "rest-xml":
            body = self.rest_xml(shape, members)
        elif self.protocol == "query":
            result = element(shape.serialization["resultWrapper"], self.xml_members(members))
            metadata = element("ResponseMetadata", element("RequestId", "r-1"))
            body = element(self.model.name + "Response", result + metadata)
        elif self.protocol == "ec2":
            body = element(self.model.name + "Response", element("requestId", "r-1") + self.xml_members(members))
        else:
            raise ValueError(self.protocol)
        return {"headers": headers, "body": body, "origins": self.origins}

    def headers(self, shape):
        headers, body = {}, {}
        for name, member in shape.members.items():
            location = member.serialization.get("location")
            if location is None:
                body[name] = member
            elif location == "header":
                headers[wire_name(name, member)] = self.within(name, self.text, member, "rfc822")
        return headers, body

    def within(self, name, write, *arguments):
        """Writes a member with its name on the path that `origins` records."""
        self.path.append(name)
        written = write(*arguments)
        self.path.pop()
        return written

    # XML

    def rest_xml(self, shape, members):
        payload = shape.serialization.get("payload")
        if payload:
            member = shape.members[payload]
            if member.type_name == "blob":
                return "b"
            if member.type_name == "string":
                return self.within(payload, self.text, member)
            return self.within(payload, self.xml, wire_name(payload, member), member)
        if self.model.name == "GetBucketLocation":
            return self.xml_members(members)
        return element(ROOTS[self.model.name], self.xml_members(members)) if members else ""

    def xml_members(self, members):
        return "".join(
            self.within(name, self.xml, wire_name(name, member), member) for name, member in members.items()
        )

    def xml(self, name, shape):
        if len(self.path) > DEEPEST:
            return ""
        if shape.type_name == "structure":
            return element(name, self.xml_members(shape.members))
        if shape.type_name == "list":
            if shape.serialization.get("flattened"):
                return "".join(self.xml(name, shape.member) for _ in range(2))
            row = wire_name("item" if self.protocol == "ec2" else "member", shape.member)
            return element(name, "".join(self.xml(row, shape.member) for _ in range(2)))
        if shape.type_name == "map":
            return element(name, element("entry", element("key", "k") + self.xml("value", shape.value)))
        return element(name, escape(self.text(shape)))

    # JSON

    def json_members(self, members):
        return {wire_name(name, member): self.within(name, self.json, member) for name, member in members.items()}

    def json(self, shape):
        if len(self.path) > DEEPEST:
            return None
        if shape.type_name == "structure":
            return self.json_members(shape.members)
        if shape.type_name == "list":
            return [self.json(shape.member) for _ in range(2)]
        if shape.type_name == "map":
            return {f"key-{turn}": self.json(shape.value) for turn in range(2)}
        if shape.type_name == "timestamp":
            return self.moment().timestamp()
        if shape.type_name in ("integer", "long"):
            return self.number()
        if shape.type_name in ("float", "double"):
            return float(self.number())
        if shape.type_name == "boolean":
            return True
        return self.text(shape)

    # Leaves

    def number(self):
        self.count += 1
        self.note(str(100 + self.count))
        return 100 + self.count

    def moment(self):
        self.count += 1
        start = datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc)
        moment = start + datetime.timedelta(hours=self.count)
        self.note(str(int(moment.timestamp())))
        return moment

    def text(self, shape, timestamps="iso8601"):
        if shape.type_name == "timestamp":
            if shape.serialization.get("timestampFormat", timestamps) == "rfc822":
                return email.utils.format_datetime(self.moment(), usegmt=True)
            return self.moment().strftime("%Y-%m-%dT%H:%M:%S.000Z")
        if shape.type_name in ("integer", "long", "float", "double"):
            return str(self.number())
        if shape.type_name == "boolean":
            return "true"
        if shape.name == "ContentRange":
            return f"bytes 0-0/{self.number()}"
        values = sorted(getattr(shape, "enum", None) or [], key=lambda value: value not in YES)
        return values[self.turn % len(values)] if values else self.string(shape)

    def string(self, shape):
        self.count += 1
        name = f"{self.path[-1]}-{self.count}"
        if shape.name in ("policyDocumentType", "Policy", "IAMPolicy"):
            policy = json.dumps({"Version": "2012-10-17", "Id": name})
            self.note(policy)
            return urllib.parse.quote(policy) if shape.name == "policyDocumentType" else policy
        if self.path[-1].lower().endswith("arn"):
            name = f"arn:aws:service:us-east-1:123456789012:{name}"
        self.note(name)
        return name

    def note(self, value):
        self.origins[value] = ".".join(self.path)


def wire_name(name, shape):
    return shape.serialization.get("name", name)


def element(name, content):
    return f"<{name}>{content}</{name}>"
