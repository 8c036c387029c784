"""Holds replies against the service models that botocore has of AWS."""

import json


def strict(client, called):
    """Lets a botocore client refuse replies that are not what AWS's model says, and note what it called."""

    def check(operation_model, response_dict, **_):
        called.add(operation_model.name)
        if response_dict["status_code"] >= 300:
            return
        body = json.loads(response_dict["body"] or b"{}")
        if operation_model.output_shape is None:
            assert body == {}, f"{operation_model.name}: a body where the model has none"
        else:
            conforms(operation_model.output_shape, body, operation_model.name)
        expected = operation_model.http.get("responseCode", 200)
        assert response_dict["status_code"] == expected, f"{operation_model.name}: {response_dict['status_code']}"

    client.meta.events.register("before-parse.backup", check)
    return client


def conforms(shape, value, path):
    """Fails unless a JSON value is what a shape of the service model says."""
    kinds = {
        "structure": dict, "map": dict, "list": list, "string": str, "boolean": bool,
        "timestamp": (int, float), "long": int, "integer": int,
    }
    assert isinstance(value, kinds[shape.type_name]), f"{path}: {value!r} is no {shape.type_name}"
    if shape.type_name == "structure":
        for name, member in value.items():
            assert name in shape.members, f"{path}: the model has no member {name}"
            conforms(shape.members[name], member, f"{path}.{name}")
        for name in shape.required_members:
            assert name in value, f"{path}: required member {name} is missing"
    elif shape.type_name == "list":
        for index, item in enumerate(value):
            conforms(shape.member, item, f"{path}[{index}]")
    elif shape.type_name == "map":
        for name, item in value.items():
            conforms(shape.value, item, f"{path}[{name}]")
    elif shape.type_name == "string" and shape.enum:
        assert value in shape.enum, f"{path}: {value!r} is not in the model's enumeration"
