"""Prints random config files and what botocore reads in them, one a line of JSON: `text`, and `sections` or null.

Some names come twice, which botocore refuses. Nested names are given in lower case, and continued values without
their blank lines, for neither makes a difference to what is read there.
"""

import json
import os
import random
import tempfile

from botocore.configloader import raw_config_parse
from botocore.exceptions import ConfigParseError

COUNT = 2000
random.seed(20261120)


def line(number):
    indent = random.choice(["", "", "", "", " ", "  ", "    ", "\t"])
    key, value = f"key{number}", random.choice(["v", "a b", "", "", "x = y", "v # c", "arn:aws:iam::1:role/r", '"q"'])
    return indent + random.choice(
        [
            f"{key} = {value}",
            f"{key}={value}",
            f"{key} : {value}",
            f"KEY{number} = {value}",
            f"{key}\t=\t{value}  ",
            "# comment = 1",
            "; comment",
            "",
            f"[section {number}]",
            f"[section {number}] # c",
            random.choice(["junk", f"{key} = {value}", f"{key} = {value}"]),
        ]
    )


def plain(value):
    if isinstance(value, dict):
        return {key.lower(): inner for key, inner in value.items()}
    return "\n".join(line for line in value.split("\n") if line)


with tempfile.TemporaryDirectory() as directory:
    path = os.path.join(directory, "config")
    for _ in range(COUNT):
        lines = ["[default]"] + [line(random.randrange(50)) for _ in range(random.randint(1, 12))]
        text = random.choice(["\n", "\n", "\r\n"]).join(lines) + random.choice(["", "\n"])
        with open(path, "w", newline="") as file:
            file.write(text)
        try:
            sections = {
                name: {key: plain(value) for key, value in section.items()}
                for name, section in raw_config_parse(path).items()
            }
        except ConfigParseError:
            sections = None
        print(json.dumps({"text": text, "sections": sections}))
