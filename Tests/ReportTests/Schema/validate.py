"""Reads a document from standard input, holds it against a schema, and writes it again the way Python writes JSON."""
import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
document = json.load(sys.stdin)
jsonschema.Draft202012Validator.check_schema(schema)
jsonschema.Draft202012Validator(schema).validate(document)
json.dump(document, sys.stdout, ensure_ascii=True, separators=(",", ":"))
