"""Holds operations against the AWS service models that botocore ships.

    conformance.py requests FILE    compares requests with what botocore sends for the same parameters
    conformance.py replies FILE     writes replies with every member of the output shape populated

FILE is JSON, and so is what is printed.
"""

import json
import sys

import models
import reply_variants
import request_problems


def main():
    command, path = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        given = json.load(file)
    if command == "requests":
        answer = [request_problems.problems(request) for request in given]
    elif command == "replies":
        answer = [reply_variants.variants(models.operation(each["service"], each["operation"])) for each in given]
    else:
        raise SystemExit(f"no such command: {command}")
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
