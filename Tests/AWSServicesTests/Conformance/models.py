"""The service models."""

import functools

import botocore.session


@functools.cache
def service(name):
    return botocore.session.get_session().get_service_model(name)


def operation(service_name, operation_name):
    return service(service_name).operation_model(operation_name)


def protocol(operation_model):
    """The protocol that botocore itself would choose; for CloudWatch that is JSON."""
    return operation_model.service_model.resolved_protocol
