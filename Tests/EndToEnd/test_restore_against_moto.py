"""What a recovery asks of the simulated account is answered as moto answers it, where moto implements the call.

Not compared: statuses of what is still being made, which moto makes at once; the promotion of an instance that is not
there, at which moto breaks down; whether a restored instance is a replica, which moto says it is.
"""

import pytest

from moto_comparison import compare, moto, simulated  # noqa: F401
from test_restore_wire import INSTANCE

RDS_MEMBERS = {"DBInstance", "DBInstanceIdentifier", "Engine", "DBInstanceClass"}


def promotions(call):
    call("create_db_instance", DBInstanceIdentifier="shop", **INSTANCE)
    call("create_db_instance_read_replica", DBInstanceIdentifier="near", SourceDBInstanceIdentifier="shop")
    call("promote_read_replica", DBInstanceIdentifier="near")


def moments(call):
    call("create_db_instance", DBInstanceIdentifier="shop", **INSTANCE)
    call("restore_db_instance_to_point_in_time", SourceDBInstanceIdentifier="shop", TargetDBInstanceIdentifier="shop-2",
         UseLatestRestorableTime=True)
    call("restore_db_instance_to_point_in_time", SourceDBInstanceIdentifier="none", TargetDBInstanceIdentifier="shop-3",
         UseLatestRestorableTime=True)


@pytest.mark.parametrize("script", [promotions, moments])
def test_databases_answer_as_moto_does(script, moto, simulated):  # noqa: F811
    replication = {"ReadReplicaSourceDBInstanceIdentifier"} if script == promotions else set()
    compare(moto, simulated, "rds", script, RDS_MEMBERS | replication)


def tables(call):
    key = {"AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
           "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST"}
    call("create_table", TableName="carts", **key)
    call("update_continuous_backups", TableName="carts",
         PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True})
    call("restore_table_to_point_in_time", SourceTableName="carts", TargetTableName="carts-2",
         UseLatestRestorableTime=True)
    call("restore_table_to_point_in_time", SourceTableName="carts", TargetTableName="carts-2",
         UseLatestRestorableTime=True)
    call("describe_table", TableName="carts-2")


def test_tables_answer_as_moto_does(moto, simulated):  # noqa: F811
    compare(moto, simulated, "dynamodb", tables, {"TableDescription", "TableName", "KeySchema", "AttributeName", "KeyType"})


def networks(call):
    call("describe_subnets", SubnetIds=["subnet-0123456789abcdef0"])
    call("describe_security_groups", GroupIds=["sg-0123456789abcdef0"])


def test_networks_answer_as_moto_does(moto, simulated):  # noqa: F811
    compare(moto, simulated, "ec2", networks, {"Subnets", "SecurityGroups"})
